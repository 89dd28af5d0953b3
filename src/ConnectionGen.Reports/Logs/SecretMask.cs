namespace ConnectionGen.Reports;

/// <summary>Hides a path's secrets in texts: what its credentials hold, as far as it can be told without asking anybody.</summary>
public sealed class SecretMask
{
    /// <summary>What stands in place of a secret.</summary>
    public const string Instead = "***";

    // a shorter one would be found inside ordinary words
    private const int Shortest = 3;

    private readonly string[] _secrets;

    private SecretMask(IEnumerable<string> secrets) => _secrets = [.. secrets.Where(static secret => secret.Length >= Shortest).Distinct(StringComparer.Ordinal).OrderByDescending(static secret => secret.Length)];

    /// <summary>The mask of a connection's path.</summary>
    /// <param name="connection">The connection.</param>
    public static SecretMask Of(Connection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return new(connection.Device.Paths.TryGetValue(connection.Via, out var path) ? path.Credentials.Values.SelectMany(static credential => credential.Known()).Select(static secret => secret.Reveal()) : []);
    }

    /// <summary>A text with its secrets replaced by <see cref="Instead"/>. A secret of fewer than three characters stays.</summary>
    /// <param name="text">The text.</param>
    public string Hide(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var secret in _secrets)
            text = text.Replace(secret, Instead, StringComparison.Ordinal);

        return text;
    }
}
