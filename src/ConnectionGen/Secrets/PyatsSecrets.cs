using ConnectionGen.TestbedFiles;

namespace ConnectionGen;

/// <summary>Reads the section <c>[secrets]</c> of a pyATS configuration.</summary>
internal static class PyatsSecrets
{
    private const string UsualName = "string";
    private const string Module = "pyats.utils.secret_strings.";
    private const string Obscuring = Module + "ObscuringSecretStringRepresenter";
    private const string PlainText = Module + "PlainTextSecretStringRepresenter";
    private const string Fernet = Module + "FernetSecretStringRepresenter";

    public static SecretEncodings Read(string file, IEnumerable<string> lines, IReadOnlyDictionary<string, Func<string?, ISecretEncoding>>? others)
    {
        var values = Section(lines);
        var encodings = new Dictionary<string, ISecretEncoding>(StringComparer.Ordinal);
        foreach (var name in values.Keys.Select(NameOf).OfType<string>().Distinct(StringComparer.Ordinal))
            encodings[name] = Make(file, name, values.GetValueOrDefault($"{name}.representer") ?? Obscuring, values.GetValueOrDefault($"{name}.key"), others);

        return encodings.Remove(UsualName, out var usual) ? new SecretEncodings { Usual = usual, ByPrefix = encodings } : new SecretEncodings { ByPrefix = encodings };
    }

    private static string? NameOf(string key) => key.LastIndexOf('.') is var dot and > 0 && key[dot..] is ".representer" or ".key" ? key[..dot] : null;

    private static Dictionary<string, string> Section(IEnumerable<string> lines)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var isSecrets = false;
        foreach (var line in lines.Select(static line => line.Trim()))
        {
            if (line.StartsWith('['))
                isSecrets = line == "[secrets]";
            else if (isSecrets && line is not (['#' or ';', ..] or "") && line.IndexOfAny(['=', ':']) is var at and > 0)
                values[line[..at].Trim()] = line[(at + 1)..].Trim();
        }

        return values;
    }

    private static ISecretEncoding Make(string file, string name, string representer, string? key, IReadOnlyDictionary<string, Func<string?, ISecretEncoding>>? others)
    {
        try
        {
            return representer switch
            {
                _ when others?.TryGetValue(representer, out var make) == true => make(key),
                Obscuring => new ObscuringEncoding(key),
                PlainText => new PlainTextEncoding(),
                Fernet => new FernetEncoding(key ?? throw Wrong(file, $"'{name}.representer' is Fernet's and needs '{name}.key'; FernetEncoding.GenerateKey() and 'pyats secret keygen' make one")),
                _ => throw Wrong(file, $"'{name}.representer' is '{representer}'{NearestName.Advice(representer, [Obscuring, PlainText, Fernet, .. others?.Keys ?? []])} For one of your own say what makes it"),
            };
        }
        catch (ArgumentException error)
        {
            throw Wrong(file, $"'{name}.key' cannot be used: {error.Message}");
        }
    }

    private static SecretEncodingException Wrong(string file, string problem) => new($"{file}, section [secrets]: {problem}.");
}
