namespace ConnectionGen.Cli;

/// <summary>
/// A server shows another SSH host key than the one that is known of it: the device got a new one, or somebody stands between. No policy but
/// <see cref="HostKeyPolicy.Off"/> accepts that.
/// </summary>
public sealed class HostKeyChangedException : HostKeyRefusedException
{
    internal HostKeyChangedException(string message, string fingerprint, string knownHostsLine)
        : base(message, fingerprint, knownHostsLine)
    {
    }

    internal override HostKeyRefusedException On(string where) => new HostKeyChangedException($"{where}: {Message}", Fingerprint, KnownHostsLine);
}
