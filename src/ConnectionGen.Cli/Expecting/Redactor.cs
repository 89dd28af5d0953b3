namespace ConnectionGen.Cli.Expecting;

/// <summary>Takes the secrets that a session has sent out of text that people read.</summary>
internal sealed class Redactor
{
    private const string Instead = "***";

    private readonly Lock _lock = new();
    private string[] _secrets = [];

    public void Add(string secret)
    {
        if (secret.Length == 0)
            return;
        lock (_lock)
        {
            // the longest first: one secret may be part of another
            if (!_secrets.Contains(secret, StringComparer.Ordinal))
                _secrets = [.. _secrets.Append(secret).OrderByDescending(known => known.Length)];
        }
    }

    public string Redact(string text)
    {
        foreach (var secret in _secrets)
            text = text.Replace(secret, Instead, StringComparison.Ordinal);
        return text;
    }
}
