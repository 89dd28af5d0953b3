namespace ConnectionGen.TestbedFiles;

/// <summary>What to say of a value that has another form than asked for. The build and the program say the same.</summary>
public static class WrongValue
{
    private static readonly string[] s_secretWords = ["password", "passphrase", "passwd", "secret", "token", "api_key", "private_key"];

    /// <summary>The message: key, owner, what was found and what is allowed.</summary>
    /// <param name="key">The key whose value it is.</param>
    /// <param name="owner">Whose value it is: <c> of path 'mgmt' of device 'r1'</c>, or nothing.</param>
    /// <param name="found">The value as the file has it, its markup unresolved, so that nothing is told that the file does not tell.</param>
    /// <param name="expected">What is allowed.</param>
    /// <param name="advice">What to say at the end instead of a full stop.</param>
    /// <param name="isSecret">True for a value that is a secret whatever its key; one whose key says so is never shown.</param>
    public static string Message(string key, string owner, YamlNode found, string expected, string? advice = null, bool isSecret = false) =>
        $"'{key}'{owner} is {Shown(found, isSecret || IsSecret(key))}; expected {expected}{advice ?? "."}";

    /// <summary>Whether a key's value is a secret by its name.</summary>
    /// <param name="key">The key.</param>
    public static bool IsSecret(string key) => Array.Exists(s_secretWords, word => key.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    private static string Shown(YamlNode node, bool isSecret) => node switch
    {
        YamlSequence => "a list",
        YamlMapping => "a map",
        _ when isSecret => "not shown, being a secret",
        YamlScalar { IsNull: true } => "empty",
        YamlScalar { Text.Length: > 100 } scalar => $"'{scalar.Text.Substring(0, 100)}…'",
        _ => $"'{node}'",
    };
}
