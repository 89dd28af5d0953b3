namespace ConnectionGen.TestbedFiles;

/// <summary>Tells texts that stand where a value is still to be filled in.</summary>
internal static class Placeholder
{
    private static readonly string[] s_words = ["changeme", "change_me", "change-me", "replaceme", "replace_me", "placeholder", "your_", "your-", "todo", "fixme", "tbd", "a.b.c.d"];

    public static bool IsOne(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0 || Markup.IsIn(trimmed))
            return false;

        return (trimmed[0] == '<' && trimmed[trimmed.Length - 1] == '>')
            || trimmed.IndexOf("{{", StringComparison.Ordinal) >= 0
            || trimmed.IndexOf("${", StringComparison.Ordinal) >= 0
            || (char.IsLetter(trimmed[0]) && IsWord(trimmed))
            || HasLetteredPart(trimmed);
    }

    private static bool IsWord(string text)
    {
        foreach (var word in s_words)
        {
            if (IsWordOf(text, word))
                return true;
        }

        return false;
    }

    // a host may be called todo-server; one that is called todo is none
    private static bool IsWordOf(string text, string word) =>
        word.EndsWith("_", StringComparison.Ordinal) || word.EndsWith("-", StringComparison.Ordinal)
            ? text.StartsWith(word, StringComparison.OrdinalIgnoreCase)
            : string.Equals(text, word, StringComparison.OrdinalIgnoreCase);

    /// <summary>An address with x for a number: 10.1.1.x, x.x.x.x.</summary>
    private static bool HasLetteredPart(string text)
    {
        // most addresses have no such letter and need no splitting
        if (text.IndexOf('x') < 0 && text.IndexOf('X') < 0)
            return false;

        var parts = text.Split('.');
        return parts.Length == 4
            && Array.Exists(parts, static part => part.Length > 0 && part.All(static c => c is 'x' or 'X'))
            && Array.TrueForAll(parts, static part => part.Length > 0 && (part.All(static c => c is 'x' or 'X') || part.All(char.IsDigit)));
    }
}
