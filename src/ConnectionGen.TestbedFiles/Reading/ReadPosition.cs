using YamlDotNet.Core.Events;

namespace ConnectionGen.TestbedFiles;

/// <summary>Where a node's own text begins and ends, from what the parser says.</summary>
internal static class ReadPosition
{
    /// <summary>The start of a node's value, behind its anchor and tag.</summary>
    public static int Value(string text, NodeEvent read, TextEdits edits)
    {
        var at = edits.InFile(read.Start.Index);
        if (read.Anchor.IsEmpty && read.Tag.IsEmpty)
            return at;

        var end = edits.InFile(read.End.Index);
        var isCollection = read is not Scalar;
        while (at < text.Length && (isCollection || at < end))
        {
            if (text[at] is '&' or '!')
                at = EndOfWord(text, at);
            else if (char.IsWhiteSpace(text[at]))
                at++;
            else if (text[at] == '#')
                at = EndOfLine(text, at);
            else
                break;
        }

        return at;
    }

    /// <summary>Behind the bracket that closes a flow list or map.</summary>
    public static int AfterBracket(string text, int at) => at < text.Length && text[at] is ']' or '}' ? at + 1 : at;

    /// <summary>The end of a text without the line breaks and blanks behind it.</summary>
    public static int WithoutBreaks(string text, int start, int end)
    {
        end = Math.Min(end, text.Length);
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;

        return end;
    }

    private static int EndOfWord(string text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at]))
            at++;

        return at;
    }

    internal static int EndOfLine(string text, int at)
    {
        while (at < text.Length && text[at] is not ('\n' or '\r'))
            at++;

        return at;
    }
}
