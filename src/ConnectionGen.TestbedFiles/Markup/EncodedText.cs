namespace ConnectionGen.TestbedFiles;

/// <summary>What <c>%ENC{text}</c> and <c>%ENC{text, prefix=name}</c> hold.</summary>
/// <param name="Text">The encoded text.</param>
/// <param name="Prefix">The name of the encoding; null for the usual one.</param>
public readonly record struct EncodedText(string Text, string? Prefix)
{
    /// <summary>Reads what stands between the braces.</summary>
    /// <param name="argument">What stands between the braces.</param>
    public static EncodedText Parse(string argument)
    {
        var comma = argument.LastIndexOf(',');
        return comma >= 0 && MarkupOption.Value(argument.Substring(comma + 1), "prefix") is { } prefix
            ? new EncodedText(argument.Substring(0, comma).Trim(), prefix)
            : new EncodedText(argument, null);
    }
}

/// <summary>Options of a markup, such as <c>default=v</c>, blanks round the <c>=</c> allowed.</summary>
internal static class MarkupOption
{
    public static string? Value(string? text, string name)
    {
        var equals = text?.IndexOf('=') ?? -1;
        return equals >= 0 && text!.Substring(0, equals).Trim() == name ? text.Substring(equals + 1).Trim() : null;
    }
}
