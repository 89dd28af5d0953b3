namespace ConnectionGen.TestbedFiles;

/// <summary>One markup within a text.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Name">The word between <c>%</c> and <c>{</c>, such as <c>ENV</c>; empty for <c>%{…}</c>.</param>
/// <param name="Argument">What stands between the braces, trimmed.</param>
/// <param name="Start">Where the <c>%</c> stands in the text.</param>
/// <param name="Length">From the <c>%</c> up to and with the closing brace.</param>
public readonly record struct MarkupPart(MarkupKind Kind, string Name, string Argument, int Start, int Length)
{
    /// <summary>The argument up to its first comma, trimmed: the variable of <c>%ENV{NAME, default}</c>.</summary>
    public string FirstArgument => Argument.IndexOf(',') is var comma and >= 0 ? Argument.Substring(0, comma).Trim() : Argument;

    /// <summary>The argument after its first comma, trimmed; null where there is no comma. <c>%ENV{NAME,}</c> has the empty one.</summary>
    public string? SecondArgument => Argument.IndexOf(',') is var comma and >= 0 ? Argument.Substring(comma + 1).Trim() : null;
}

/// <summary>Finds the markups of the testbed format in a text. Whatever has another form is plain text.</summary>
public static class Markup
{
    private static readonly Dictionary<string, MarkupKind> s_kinds = new(StringComparer.Ordinal)
    {
        [""] = MarkupKind.Reference,
        ["ENV"] = MarkupKind.Environment,
        ["ASK"] = MarkupKind.Ask,
        ["ENC"] = MarkupKind.Encoded,
        ["CLI"] = MarkupKind.CommandLine,
        ["CALLABLE"] = MarkupKind.Callable,
        ["INCLUDE"] = MarkupKind.Include,
        ["EXTEND_LIST"] = MarkupKind.ExtendList,
        ["INTF"] = MarkupKind.Interface,
    };

    /// <summary>The words that stand between <c>%</c> and <c>{</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. s_kinds.Keys.Where(static name => name.Length > 0)];

    /// <summary>Whether a text has a markup, known or unknown.</summary>
    /// <param name="text">The text.</param>
    public static bool IsIn(string text) => Next(text, 0) is not null;

    /// <summary>The markups of a text, left to right.</summary>
    /// <param name="text">The text.</param>
    public static IEnumerable<MarkupPart> Find(string text)
    {
        for (var part = Next(text, 0); part is { } found; part = Next(text, found.Start + found.Length))
            yield return found;
    }

    /// <summary>The one markup that a text is as a whole; null where it is none, has several, or has other text beside it.</summary>
    /// <param name="text">The text.</param>
    public static MarkupPart? Whole(string text) => Next(text, 0) is { } part && part.Length == text.Length ? part : null;

    /// <summary>
    /// The markup of the forms that came before the braces, <c>ASK(question)</c> and <c>ENC(text)</c>, in today's form. They were known in credentials
    /// only, and only as a whole value. Any other text is given back.
    /// </summary>
    /// <param name="text">The text.</param>
    public static string FromOldForm(string text) =>
        text.EndsWith(")", StringComparison.Ordinal) && text.IndexOf('}') < 0 && (text.StartsWith("ASK(", StringComparison.Ordinal) || text.StartsWith("ENC(", StringComparison.Ordinal))
            ? $"%{text.Substring(0, 3)}{{{text.Substring(4, text.Length - 5)}}}"
            : text;

    /// <summary>The beginning of a known markup that is never closed, such as <c>%ENV{NAME</c>; null where there is none.</summary>
    internal static string? Unclosed(string text)
    {
        var close = text.LastIndexOf('}');
        foreach (var name in s_kinds.Keys)
        {
            // '%{' alone is too short to tell what was meant
            if (name.Length > 0 && text.IndexOf($"%{name}{{", close + 1, StringComparison.Ordinal) >= 0)
                return $"%{name}{{";
        }

        return null;
    }

    private static MarkupPart? Next(string text, int from)
    {
        var close = -1;
        for (var percent = text.IndexOf('%', from); percent >= 0; percent = text.IndexOf('%', percent + 1))
        {
            var open = percent + 1;
            while (open < text.Length && text[open] is (>= 'A' and <= 'Z') or '_')
                open++;

            if (open >= text.Length || text[open] != '{')
                continue;

            // looked for once, not from each '%' anew: a text may be all markup that is never closed
            if (close < open)
                close = text.IndexOf('}', open);

            if (close < 0)
                return null;

            // a reference holds names only; what looks like a markup within it is the one that is meant
            if (open == percent + 1 && text.IndexOf('{', open + 1, close - open) >= 0)
                continue;

            var name = text.Substring(percent + 1, open - percent - 1);
            var kind = s_kinds.TryGetValue(name, out var known) ? known : MarkupKind.Unknown;
            return new MarkupPart(kind, name, text.Substring(open + 1, close - open - 1).Trim(), percent, close + 1 - percent);
        }

        return null;
    }
}
