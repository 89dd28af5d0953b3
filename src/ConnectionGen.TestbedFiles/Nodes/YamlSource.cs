namespace ConnectionGen.TestbedFiles;

/// <summary>A file that nodes stand in: turns offsets into lines and columns, without keeping the text.</summary>
internal sealed class YamlSource
{
    private readonly int[] _lineStarts;

    public YamlSource(string file, string text)
    {
        File = file;
        Length = text.Length;
        _lineStarts = LineStarts(text);
    }

    public string File { get; }

    public int Length { get; }

    /// <summary>
    /// A range that never ends before it begins (an empty key may stand before the map that it is the first key of) nor behind the text
    /// (the parser counts a last line break that is not there).
    /// </summary>
    public FileRange Range(int start, int end)
    {
        start = Math.Min(start, Length);
        return new(File, Position(start), Position(Math.Min(Math.Max(start, end), Length)));
    }

    public FilePosition Position(int offset)
    {
        var line = LineOf(offset);
        return new FilePosition(line + 1, offset - _lineStarts[line] + 1, offset);
    }

    /// <summary>The line of an offset, from 0.</summary>
    public int LineOf(int offset)
    {
        var found = Array.BinarySearch(_lineStarts, offset);
        return found >= 0 ? found : Math.Max(~found - 1, 0);
    }

    /// <summary>The offset at which a line, counted from 0, begins; beyond the last line the length of the text.</summary>
    public int StartOf(int line) => line < _lineStarts.Length ? _lineStarts[line] : Length;

    private static int[] LineStarts(string text)
    {
        // a byte order mark is no column
        var starts = new List<int> { text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0 };
        for (var at = text.IndexOfAny(s_breaks); at >= 0; at = text.IndexOfAny(s_breaks, at))
        {
            at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            starts.Add(at);
        }

        return [.. starts];
    }

    private static readonly char[] s_breaks = ['\r', '\n'];
}
