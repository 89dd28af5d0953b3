namespace ConnectionGen;

/// <summary>Which keys of a testbed file hold secrets.</summary>
internal static class SecretKeys
{
    private static readonly string[] s_words = ["password", "passphrase", "passwd", "secret", "token", "api_key", "private_key"];

    public static bool Covers(string key) => Array.Exists(s_words, word => key.Contains(word, StringComparison.OrdinalIgnoreCase));
}
