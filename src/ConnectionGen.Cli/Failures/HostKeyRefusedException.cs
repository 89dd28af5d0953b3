namespace ConnectionGen.Cli;

/// <summary>
/// A server's SSH host key was refused: it is not known, has changed, or was revoked. Nothing was sent to the server but the start of the
/// key exchange. The message holds the fingerprint and, for an unknown key, the line that makes it known. A key that has changed is a
/// <see cref="HostKeyChangedException"/>.
/// </summary>
public class HostKeyRefusedException : IOException, IConnectionFailure
{
    internal HostKeyRefusedException(string message, string fingerprint, string knownHostsLine)
        : base(message)
    {
        Fingerprint = fingerprint;
        KnownHostsLine = knownHostsLine;
    }

    /// <summary>The key's fingerprint: <c>SHA256:…</c>. Compare it with what the device itself shows.</summary>
    public string Fingerprint { get; }

    /// <summary>The line to add to the file of known hosts, once the fingerprint is found to be right.</summary>
    public string KnownHostsLine { get; }

    /// <summary>The same with the connection's name before it.</summary>
    internal virtual HostKeyRefusedException On(string where) => new($"{where}: {Message}", Fingerprint, KnownHostsLine);
}
