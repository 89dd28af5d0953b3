namespace ConnectionGen.Reports;

/// <summary>Hides a path's secrets in texts: what its credentials hold, as far as it can be told without asking anybody.</summary>
public sealed class SecretMask
{
    /// <summary>What stands in place of a secret.</summary>
    public const string Instead = "***";

    // a shorter one is found inside ordinary words
    private const int FoundAnywhere = 3;

    private readonly string[] _secrets;

    private SecretMask(IEnumerable<string> secrets) => _secrets = [.. secrets.Where(static secret => secret.Length > 0).Distinct(StringComparer.Ordinal).OrderByDescending(static secret => secret.Length)];

    /// <summary>The mask of a connection's path.</summary>
    /// <param name="connection">The connection.</param>
    public static SecretMask Of(Connection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return new(connection.Device.Paths.TryGetValue(connection.Via, out var path) ? SecretsOf(path) : []);
    }

    /// <summary>The mask of all paths of a testbed, for texts of which nobody knows where they are from.</summary>
    internal static SecretMask Of(Testbed testbed) => new(testbed.Devices.Values.SelectMany(static device => device.Paths.Values).SelectMany(SecretsOf));

    /// <summary>A text with its secrets replaced by <see cref="Instead"/>; one of fewer than three characters only where it stands by itself, between no letters and digits.</summary>
    /// <param name="text">The text.</param>
    public string Hide(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var secret in _secrets)
            text = secret.Length < FoundAnywhere ? HideWord(text, secret) : text.Replace(secret, Instead, StringComparison.Ordinal);

        return text;
    }

    private static IEnumerable<string> SecretsOf(PathDescription path) => path.Credentials.Values.SelectMany(static credential => credential.Known()).Select(static secret => secret.Reveal());

    private static string HideWord(string text, string secret)
    {
        for (var at = text.IndexOf(secret, StringComparison.Ordinal); at >= 0; at = text.IndexOf(secret, at, StringComparison.Ordinal))
        {
            var end = at + secret.Length;
            var standsAlone = (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]));
            if (standsAlone)
                text = string.Concat(text.AsSpan(0, at), Instead, text.AsSpan(end));

            at += standsAlone ? Instead.Length : 1;
        }

        return text;
    }
}
