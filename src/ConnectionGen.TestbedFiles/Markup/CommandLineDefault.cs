namespace ConnectionGen.TestbedFiles;

/// <summary>What <c>%CLI{name, default=v}</c> gives where the argument is not there.</summary>
public static class CommandLineDefault
{
    /// <summary>The texts of a default: one, or the elements of <c>[1, 2]</c>; null where there is no default.</summary>
    /// <param name="part">The markup.</param>
    /// <param name="isList">True for a list.</param>
    public static IReadOnlyList<string>? Of(MarkupPart part, out bool isList)
    {
        isList = false;
        if (MarkupOption.Value(part.SecondArgument, "default") is not { } text)
            return null;

        isList = text.StartsWith("[", StringComparison.Ordinal) && text.EndsWith("]", StringComparison.Ordinal);
        return isList
            ? [.. text.Substring(1, text.Length - 2).Split(',').Select(static item => Unquoted(item.Trim())).Where(static item => item.Length > 0)]
            : [Unquoted(text)];
    }

    private static string Unquoted(string text) =>
        text.Length > 1 && text[0] is '\'' or '"' && text[text.Length - 1] == text[0] ? text.Substring(1, text.Length - 2) : text;
}
