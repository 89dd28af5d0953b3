using System.Text;

namespace ConnectionGen.Cli.Transports;

/// <summary>
/// Splits a command line into words without a shell: at white space, but not within quotes. Single and double quotes are the same, and one kind
/// may stand within the other. Nothing else has a meaning: no backslash, no variable, no <c>~</c>, no <c>*</c>, no <c>|</c>.
/// </summary>
internal static class CommandWords
{
    /// <summary>The words; a quote that is not closed reaches to the end.</summary>
    public static IReadOnlyList<string> Split(string text, out bool isClosed)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var quote = '\0';
        var isOpen = false;
        foreach (var c in text)
        {
            if (quote == '\0' && char.IsWhiteSpace(c))
            {
                if (isOpen)
                    words.Add(word.ToString());
                word.Clear();
                isOpen = false;
                continue;
            }

            isOpen = true;
            if (quote == '\0' && c is '"' or '\'')
                quote = c;
            else if (c == quote)
                quote = '\0';
            else
                word.Append(c);
        }

        if (isOpen)
            words.Add(word.ToString());
        isClosed = quote == '\0';
        return words;
    }
}
