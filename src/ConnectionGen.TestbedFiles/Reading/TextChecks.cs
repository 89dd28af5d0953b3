using System.Text;

namespace ConnectionGen.TestbedFiles;

/// <summary>What can be said of a text before it is parsed.</summary>
internal static class TextChecks
{
    private const string OursMarker = "<<<<<<< ";
    private const string TheirsMarker = ">>>>>>> ";

    /// <summary>A problem for which the text is not read at all, or null.</summary>
    public static TestbedProblem? Refuse(string text, YamlSource source)
    {
        if (text.Length > ReadingLimits.Length)
            return Fault(source, 0, 0, $"the file has {text.Length / (1024 * 1024)} million characters; at most {ReadingLimits.Length / (1024 * 1024)} million are read");

        var zero = text.IndexOf('\0');
        return zero >= 0 ? Fault(source, zero, zero + 1, "a NUL character: the file is no text, or text in another encoding than UTF-8") : null;
    }

    /// <summary>The first marker of a merge conflict that is left in the file, or null.</summary>
    public static TestbedProblem? FindConflict(string text, YamlSource source)
    {
        var ours = LineBeginningWith(text, OursMarker, 0);
        if (ours < 0 || LineBeginningWith(text, TheirsMarker, ours) < 0)
            return null;

        var end = EndOfLine(text, ours);
        return Fault(source, ours, end, $"a merge conflict is left in the file: choose a side and delete the lines '{text.Substring(ours, end - ours).TrimEnd()}', '=======' and '{TheirsMarker}…'");
    }

    /// <summary>The text with blanks instead of the marker lines and the second side, so that every offset stays.</summary>
    public static string BlankConflictMarkers(string text)
    {
        var result = new StringBuilder(text);
        var theirs = -1;
        for (var ours = LineBeginningWith(text, OursMarker, 0); ours >= 0; ours = LineBeginningWith(text, OursMarker, ours + 1))
        {
            // several first sides before one second side share it
            var isShared = theirs > ours;
            if (!isShared && (theirs = LineBeginningWith(text, TheirsMarker, ours)) < 0)
                break;

            Blank(result, ours, EndOfLine(text, ours));
            if (isShared)
                continue;

            var middle = LineBeginningWith(text.Substring(ours, theirs - ours), "=======", 0);
            Blank(result, middle >= 0 ? ours + middle : theirs, EndOfLine(text, theirs));
        }

        return result.ToString();
    }

    /// <summary>Blanks in place of a stretch, line breaks kept.</summary>
    public static void Blank(StringBuilder text, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (text[at] is not ('\n' or '\r'))
                text[at] = ' ';
        }
    }

    private static int LineBeginningWith(string text, string words, int from)
    {
        for (var at = text.IndexOf(words, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || text[at - 1] is '\n' or '\r' or '\uFEFF')
                return at;
        }

        return -1;
    }

    private static int EndOfLine(string text, int at)
    {
        var end = text.IndexOfAny(s_breaks, at);
        return end < 0 ? text.Length : end;
    }

    private static readonly char[] s_breaks = ['\r', '\n'];

    private static TestbedProblem Fault(YamlSource source, int start, int end, string message) =>
        new("CG2001", ProblemSeverity.Error, source.Range(start, end), message);
}
