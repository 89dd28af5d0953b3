using System.Text.RegularExpressions;

namespace ConnectionGen.TestbedFiles;

/// <summary>
/// Blank lines at the head of a block text (<c>|</c> or <c>&gt;</c>). The parser takes their blanks for the text's indentation and then refuses
/// the text; without those blanks it reads it, and to the text it makes no difference.
/// </summary>
internal static class BlankLinesOfBlocks
{
    /// <summary>The blanks to leave out, in order.</summary>
    public static List<(int Start, int End)> Find(string text)
    {
        var found = new List<(int, int)>();
        foreach (Match head in s_heads.Matches(text))
        {
            var at = head.Index + head.Length;
            for (var end = EndOfBlanks(text, at); end < text.Length && text[end] is '\n' or '\r'; end = EndOfBlanks(text, at))
            {
                if (end > at)
                    found.Add((at, end));

                at = end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1);
            }
        }

        return found;
    }

    // with a digit the indentation is said, and further blanks belong to the text
    private static readonly Regex s_heads = new(@"[:\-][ \t]+(?:[&!]\S*[ \t]+)*[|>][+\-]?[ \t]*(?:[ \t]#[^\r\n]*)?(?:\r\n|\r|\n)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    private static int EndOfBlanks(string text, int at)
    {
        while (at < text.Length && text[at] is ' ')
            at++;

        return at;
    }
}
