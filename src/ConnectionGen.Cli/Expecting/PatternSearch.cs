using System.Text;
using System.Text.RegularExpressions;
using ConnectionGen.Cli.Screens;

namespace ConnectionGen.Cli.Expecting;

/// <summary>
/// Finds the first of several patterns in what a screen has received, looking at each finished line once.
/// Positions are bytes: the finished lines, and behind them the last line.
/// </summary>
internal sealed class PatternSearch(Screen screen)
{
    /// <summary>How far back a pattern that spans lines looks, in characters.</summary>
    public const int Window = 8192;

    // longer lines are text, not prompts; of such a line the end is looked at
    private const int LongestPrompt = 4096;

    private char[] _characters = new char[256];
    private long _scanned;

    /// <summary>A match: its pattern's index, where it begins and ends.</summary>
    public readonly record struct Found(int Index, long Start, long End);

    /// <summary>Begins anew: all that is on the screen has not been looked at.</summary>
    public void Reset(long from) => _scanned = from;

    /// <summary>The first match by position, then by order.</summary>
    /// <param name="patterns">What to look for.</param>
    /// <param name="from">Where the unused text begins.</param>
    public Found? Search(IReadOnlyList<TextPattern> patterns, long from)
    {
        var first = SearchFinishedLines(patterns, Math.Max(from, _scanned));
        if (SearchText(patterns, from) is { } text && (first is null || text.Start < first.Value.Start))
            first = text;
        _scanned = screen.FinishedLength;
        return first ?? SearchLastLine(patterns, Math.Max(0, from - screen.FinishedLength));
    }

    /// <summary>Where a pattern matches on the last line, in bytes; -1 for nowhere.</summary>
    public int MatchLastLine(Regex regex, out int length)
    {
        length = 0;
        var line = screen.LastLine;
        if (line.IsEmpty)
            return -1;
        var skipped = Math.Max(0, line.Length - LongestPrompt);
        line = line[skipped..];
        var characters = Decode(line);
        foreach (var match in regex.EnumerateMatches(characters))
        {
            var start = ByteOffset(line, characters.Length, match.Index);
            length = ByteOffset(line, characters.Length, match.Index + match.Length) - start;
            return skipped + start;
        }

        return -1;
    }

    private Found? SearchFinishedLines(IReadOnlyList<TextPattern> patterns, long from)
    {
        if (!Any(patterns, PatternScope.EachLine))
            return null;
        while (from < screen.FinishedLength)
        {
            var bytes = screen.FinishedFrom(from);
            var end = bytes.IndexOf((byte)'\n');
            var line = end < 0 ? bytes : bytes[..end];
            if (SearchLine(patterns, line, isLast: false) is { } found)
                return found with { Start = from + found.Start, End = from + found.End };
            from += line.Length + 1;
        }

        return null;
    }

    private Found? SearchLastLine(IReadOnlyList<TextPattern> patterns, long used)
    {
        var line = screen.LastLine;
        if (used >= line.Length && used > 0)
            return null;
        var skipped = (int)Math.Max(used, line.Length - LongestPrompt);
        var offset = screen.FinishedLength + skipped;
        return SearchLine(patterns, line[skipped..], isLast: true) is { } found
            ? found with { Start = offset + found.Start, End = offset + found.End }
            : null;
    }

    private Found? SearchLine(IReadOnlyList<TextPattern> patterns, ReadOnlySpan<byte> line, bool isLast)
    {
        var characters = Decode(line);
        int index = -1, start = int.MaxValue, length = 0;
        for (var i = 0; i < patterns.Count; i++)
        {
            if (patterns[i].Scope == PatternScope.Text || (patterns[i].Scope == PatternScope.LastLine && !isLast))
                continue;
            foreach (var match in patterns[i].Regex.EnumerateMatches(characters))
            {
                if (match.Index < start)
                    (index, start, length) = (i, match.Index, match.Length);
                break;
            }
        }

        return index < 0
            ? null
            : new Found(index, ByteOffset(line, characters.Length, start), ByteOffset(line, characters.Length, start + length));
    }

    private Found? SearchText(IReadOnlyList<TextPattern> patterns, long from)
    {
        if (!Any(patterns, PatternScope.Text))
            return null;
        var begin = Math.Max(from, _scanned - Window);
        var last = screen.LastLine;
        var text = string.Concat(
            begin < screen.FinishedLength ? screen.ReadLines(begin, screen.FinishedLength) : "",
            Encoding.UTF8.GetString(begin > screen.FinishedLength ? last[(int)Math.Min(last.Length, begin - screen.FinishedLength)..] : last));
        int index = -1, start = int.MaxValue, length = 0;
        for (var i = 0; i < patterns.Count; i++)
        {
            if (patterns[i].Scope != PatternScope.Text)
                continue;
            foreach (var match in patterns[i].Regex.EnumerateMatches(text))
            {
                if (match.Index < start)
                    (index, start, length) = (i, match.Index, match.Length);
                break;
            }
        }

        return index < 0 ? null : new Found(index, Position(begin, text.AsSpan(0, start)), Position(begin, text.AsSpan(0, start + length)));
    }

    // Bytes that are no UTF-8 are one character here and another number of bytes there: lines are counted, and within the line characters.
    private long Position(long begin, ReadOnlySpan<char> before)
    {
        var lines = before.Count('\n');
        while (lines > 0)
        {
            var bytes = screen.FinishedFrom(begin);
            var end = bytes.IndexOf((byte)'\n');
            begin += end < 0 ? bytes.Length : end + 1;
            lines -= end < 0 ? 0 : 1;
        }

        var column = before.Length - (before.LastIndexOf('\n') + 1);
        var line = begin < screen.FinishedLength
            ? screen.FinishedFrom(begin)
            : screen.LastLine[(int)Math.Min(screen.LastLine.Length, begin - screen.FinishedLength)..];
        return begin + ByteOffset(line, characters: -1, column);
    }

    private ReadOnlySpan<char> Decode(ReadOnlySpan<byte> line)
    {
        if (_characters.Length < line.Length)
            _characters = new char[Math.Max(line.Length, _characters.Length * 2)];
        return _characters.AsSpan(0, Encoding.UTF8.GetChars(line, _characters));
    }

    private static int ByteOffset(ReadOnlySpan<byte> bytes, int characters, int index)
    {
        if (characters == bytes.Length)
            return index;
        var offset = 0;
        while (index > 0 && offset < bytes.Length)
        {
            Rune.DecodeFromUtf8(bytes[offset..], out var rune, out var consumed);
            index -= rune.Utf16SequenceLength;
            offset += consumed;
        }

        return offset;
    }

    private static bool Any(IReadOnlyList<TextPattern> patterns, PatternScope scope)
    {
        for (var i = 0; i < patterns.Count; i++)
        {
            if (patterns[i].Scope == scope)
                return true;
        }

        return false;
    }
}
