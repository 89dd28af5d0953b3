namespace ConnectionGen.TestbedFiles;

/// <summary>Says what is wrong where the parser gives up, in the words of who wrote the file.</summary>
internal static class FaultMessages
{
    public static ReadingFault Find(string said, int start, int end, string text, YamlSource source, OpenCollection? innermost)
    {
        if (TabIndentation(said, start, text, source) is { } tab)
            return tab;

        if (Has(said, "cannot start any token"))
            return new ReadingFault(start, end, StrangeCharacter(text, start));

        if (innermost is { IsFlow: true } && !Has(said, "quoted scalar"))
            return Unclosed(start, end, text, source, innermost);

        if (Has(said, "unexpected end of stream"))
            return new ReadingFault(start, Math.Min(start + 1, text.Length), "the quote that begins here is never closed");

        if (Has(said, "multiline plain scalar, found invalid mapping"))
            return NoColon(start, end, text, source);

        if (Has(said, "could not find expected ':'"))
            return Line(start, text, source, "this line has no ':' behind its key");

        if (Has(said, "escape character") || Has(said, "hexadecimal number") || Has(said, "Unicode"))
            return Escape(start, end, text);

        if (Has(said, "plain scalar value, found invalid mapping"))
            return IsFirstColon(start, text, source) ? TooDeep(start, text, source) : new ReadingFault(start, start + 1, "a second ': ' in one line; put the value in quotes if the colon is part of it");

        if (Has(said, "did not find expected key"))
            return Line(start, text, source, HasColon(start, text, source)
                ? "this line is no 'key: value' of the map it is indented into"
                : "this line has no ':' behind its key");

        if (Has(said, "did not find expected '-'"))
            return Line(start, text, source, "this line is no '- item' of the list it is indented into");

        if (Has(said, "wrong indentation"))
            return new ReadingFault(start, Math.Min(start + 1, text.Length), "the quote that begins here is not closed before a line that is indented less");

        if (Has(said, "expected node content"))
            return new ReadingFault(start, end, $"'{Shown(text, start)}' is no value");

        if (Has(said, "<document start>"))
            return Line(start, text, source, "this stands outside of the file's one map");

        return new ReadingFault(start, end, Plain(said));
    }

    private static bool Has(string said, string words) => said.IndexOf(words, StringComparison.Ordinal) >= 0;

    private static string StrangeCharacter(string text, int at) => at >= text.Length ? "the file ends too soon" : text[at] switch
    {
        '%' => "a value that begins with '%' must stand in quotes, as in \"%ENV{NAME}\"",
        '\t' => "a tab where a value begins; use blanks",
        var c => $"a value that begins with '{c}' must stand in quotes",
    };

    /// <summary>Tabs in the indentation: the parser notices them late and names another place.</summary>
    private static ReadingFault? TabIndentation(string said, int start, string text, YamlSource source)
    {
        var line = source.LineOf(start);
        var last = Has(said, "tab") ? int.MaxValue : line;
        for (; line <= last && source.StartOf(line) < text.Length; line++)
        {
            var at = source.StartOf(line);
            while (at < text.Length && text[at] == ' ')
                at++;

            if (at < text.Length && text[at] == '\t' && !IsBlank(text, at))
                return new ReadingFault(at, at + 1, "a tab in the indentation; YAML is indented with blanks only");
        }

        return null;
    }

    private static ReadingFault Unclosed(int start, int end, string text, YamlSource source, OpenCollection open)
    {
        var place = source.Position(open.Start);
        var (kind, bracket) = open.IsMap ? ("map", '}') : ("list", ']');
        if (IsRestBlank(text, start))
            return new ReadingFault(open.Start, open.Start + 1, $"the {kind} that begins here is never closed");

        var message = $"',' or '{bracket}' is missing here: the {kind} that begins in line {place.Line}, column {place.Column} is not closed";
        return new ReadingFault(start, Math.Max(end, Math.Min(start + 1, text.Length)), message);
    }

    /// <summary>A key alone on its line, which the parser joins to the next line before it notices.</summary>
    private static ReadingFault NoColon(int start, int end, string text, YamlSource source)
    {
        for (var line = source.LineOf(start) - 1; line >= 0; line--)
        {
            var at = source.StartOf(line);
            if (IsBlank(text, at))
                continue;

            var content = text.Substring(at, source.StartOf(line + 1) - at).Trim();
            if (content.StartsWith("#", StringComparison.Ordinal))
                continue;

            if (content.IndexOf(": ", StringComparison.Ordinal) < 0 && !content.EndsWith(":", StringComparison.Ordinal))
                return Line(at, text, source, "this line has no ':' behind its key");

            break;
        }

        return TooDeep(start, text, source);
    }

    private static ReadingFault TooDeep(int at, string text, YamlSource source) =>
        Line(at, text, source, "this line is indented deeper than the 'key: value' above it, which has its value already");

    private static bool HasColon(int at, string text, YamlSource source)
    {
        var line = source.LineOf(at);
        return text.IndexOf(':', source.StartOf(line), source.StartOf(line + 1) - source.StartOf(line)) >= 0;
    }

    private static bool IsFirstColon(int at, string text, YamlSource source)
    {
        var start = source.StartOf(source.LineOf(at));
        return text.IndexOf(": ", start, at - start, StringComparison.Ordinal) < 0;
    }

    /// <summary>The escape within the quotes that begin at the start.</summary>
    private static ReadingFault Escape(int start, int end, string text)
    {
        var escape = text.LastIndexOf('\\', Math.Min(end, text.Length - 1), Math.Min(end, text.Length - 1) - start + 1);
        var at = escape < 0 ? start : escape;
        var shown = text.Substring(at, Math.Min(2, text.Length - at));
        return new ReadingFault(at, at + shown.Length, $"'{shown}' is no escape; within double quotes a backslash is written twice, within single quotes once");
    }

    /// <summary>A fault of a whole line, without its indentation.</summary>
    private static ReadingFault Line(int at, string text, YamlSource source, string message)
    {
        var line = source.LineOf(at);
        var start = source.StartOf(line);
        while (start < text.Length && text[start] is ' ' or '\t')
            start++;

        var end = ReadPosition.WithoutBreaks(text, start, source.StartOf(line + 1));
        return new ReadingFault(start, end, message);
    }

    private static string Shown(string text, int at) => at < text.Length ? text[at].ToString() : "the end of the file";

    private static bool IsBlank(string text, int at)
    {
        while (at < text.Length && text[at] is not ('\n' or '\r'))
        {
            if (!char.IsWhiteSpace(text[at++]))
                return false;
        }

        return true;
    }

    private static bool IsRestBlank(string text, int at)
    {
        while (at < text.Length)
        {
            if (text[at] == '#')
                at = ReadPosition.EndOfLine(text, at);
            else if (!char.IsWhiteSpace(text[at++]))
                return false;
        }

        return true;
    }

    /// <summary>The parser's own words without the part that speaks of scanning.</summary>
    private static string Plain(string said)
    {
        var comma = said.StartsWith("While ", StringComparison.Ordinal) ? said.IndexOf(',') : -1;
        var words = comma < 0 ? said.TrimEnd('.') : $"{said.Substring("While ".Length, comma - "While ".Length).Replace("scanning ", "in ").Replace("parsing ", "in ")}: {said.Substring(comma + 1).Trim().TrimEnd('.')}";
        return words.Length > 0 ? words : "this is no YAML";
    }
}
