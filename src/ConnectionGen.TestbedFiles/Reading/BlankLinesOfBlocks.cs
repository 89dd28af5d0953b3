namespace ConnectionGen.TestbedFiles;

/// <summary>
/// Blank lines at the head of a block text (<c>|</c> or <c>&gt;</c>). The parser takes their blanks for the text's indentation and then refuses
/// the text; without those blanks it reads it, and to the text it makes no difference.
/// </summary>
internal static class BlankLinesOfBlocks
{
    // an anchor and a tag
    private const int MostProperties = 2;

    private static readonly char[] s_indicators = ['|', '>'];

    /// <summary>The blanks to leave out, in order.</summary>
    public static List<(int Start, int End)> Find(string text)
    {
        var found = new List<(int, int)>();
        for (var head = text.IndexOfAny(s_indicators); head >= 0; head = text.IndexOfAny(s_indicators, head))
        {
            if (!IsValue(text, head) || EndOfHead(text, head + 1) is not { } endOfLine)
            {
                head++;
                continue;
            }

            head = endOfLine;
            for (var end = EndOfBlanks(text, head); end < text.Length && text[end] is '\n' or '\r'; end = EndOfBlanks(text, head))
            {
                if (end > head)
                    found.Add((head, end));

                head = end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1);
            }
        }

        return found;
    }

    /// <summary>Whether what stands here is the value behind a <c>:</c> or <c>-</c>.</summary>
    private static bool IsValue(string text, int at)
    {
        for (var properties = 0; properties <= MostProperties; properties++)
        {
            var word = at;
            while (word > 0 && text[word - 1] is ' ' or '\t')
                word--;

            if (word == at || word == 0)
                return false;

            if (text[word - 1] is ':' or '-')
                return true;

            at = word;
            while (at > 0 && !char.IsWhiteSpace(text[at - 1]))
                at--;

            if (at == word || text[at] is not ('&' or '!'))
                return false;
        }

        return false;
    }

    /// <summary>The end of the line behind the indicator; null where more than a comment follows. With a digit the indentation is said, and further blanks belong to the text.</summary>
    private static int? EndOfHead(string text, int at)
    {
        if (at < text.Length && text[at] is '+' or '-')
            at++;

        var blanks = at;
        while (at < text.Length && text[at] is ' ' or '\t')
            at++;

        if (at > blanks && at < text.Length && text[at] == '#')
            at = ReadPosition.EndOfLine(text, at);

        return at < text.Length && text[at] is '\n' or '\r' ? at : null;
    }

    private static int EndOfBlanks(string text, int at)
    {
        while (at < text.Length && text[at] is ' ')
            at++;

        return at;
    }
}
