namespace ConnectionGen.TestbedFiles;

/// <summary>What is wrong with the form of a markup whose value only a run can know.</summary>
internal static class MarkupForm
{
    /// <summary>What is wrong; null where nothing is.</summary>
    public static string? Fault(MarkupPart part, bool isWhole) => part.Kind switch
    {
        MarkupKind.Environment when part.FirstArgument.Length == 0 => "'%ENV{}' needs the name of a variable, as in %ENV{LAB_PASSWORD}",
        MarkupKind.CommandLine => CommandLine(part),
        MarkupKind.Callable => Callable(part),
        MarkupKind.Encoded => Encoded(part),
        MarkupKind.Include when part.Argument.Length == 0 => "'%INCLUDE{}' needs a file's name",
        MarkupKind.Include when !isWhole => $"'%INCLUDE{{{part.Argument}}}' gives a whole block, which cannot stand within a longer text",
        MarkupKind.Interface when part.Argument.Length == 0 => "'%INTF{}' needs the alias of an interface",
        _ => null,
    };

    private static string? CommandLine(MarkupPart part)
    {
        if (part.FirstArgument.Length == 0)
            return "'%CLI{}' needs the name of an argument";

        return part.SecondArgument is not null && CommandLineDefault.Of(part, out _) is null
            ? $"'%CLI{{{part.Argument}}}' has more than a name; a default is written %CLI{{{part.FirstArgument}, default={part.SecondArgument}}}"
            : null;
    }

    private static string? Callable(MarkupPart part)
    {
        if (part.Argument.Length == 0)
            return "'%CALLABLE{}' needs a name";

        return MarkupCall.Parse(part.Argument) is null
            ? $"'%CALLABLE{{{part.Argument}}}' has another form than name, name(a, b) or name(a='b')"
            : null;
    }

    private static string? Encoded(MarkupPart part)
    {
        var encoded = EncodedText.Parse(part.Argument);
        if (encoded.Text.Length == 0)
            return "'%ENC{}' needs an encoded text";

        if (encoded.Prefix?.Length == 0)
            return "'%ENC{…, prefix=}' needs the name of an encoding behind 'prefix='";

        var option = encoded.Text.Substring(encoded.Text.LastIndexOf(',') + 1).Trim();
        var name = option.Length < encoded.Text.Length && option.IndexOf('=') is var equals and > 0 ? option.Substring(0, equals).Trim() : "";
        // the text itself is not said: anybody could decode it
        return NearestName.Find(name, ["prefix"]) is not null ? $"'{name}=' is no option of '%ENC{{…}}'; did you mean 'prefix='?" : null;
    }
}
