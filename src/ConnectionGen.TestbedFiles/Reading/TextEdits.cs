namespace ConnectionGen.TestbedFiles;

/// <summary>The text as the parser gets it: some stretches of the file are cut out. Leads offsets back to the file's.</summary>
internal sealed class TextEdits
{
    private readonly List<(int At, int Removed)> _cuts = [];

    public TextEdits(string text) => Text = text;

    /// <summary>The text without what was cut out.</summary>
    public string Text { get; private set; }

    /// <summary>Cuts stretches out of the text as it is in the file, which must be in order.</summary>
    public static TextEdits Cut(string text, IEnumerable<(int Start, int End)> stretches)
    {
        var edits = new TextEdits(text);
        var kept = new System.Text.StringBuilder(text.Length);
        var from = 0;
        var removed = 0;
        foreach (var (start, end) in stretches)
        {
            kept.Append(text, from, start - from);
            removed += end - start;
            edits._cuts.Add((kept.Length, removed));
            from = end;
        }

        edits.Text = kept.Append(text, from, text.Length - from).ToString();
        return edits;
    }

    /// <summary>The offset in the file of an offset in <see cref="Text"/>.</summary>
    public int InFile(long offset)
    {
        var low = 0;
        var high = _cuts.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_cuts[middle].At <= offset)
                low = middle + 1;
            else
                high = middle;
        }

        return (int)offset + (low == 0 ? 0 : _cuts[low - 1].Removed);
    }
}
