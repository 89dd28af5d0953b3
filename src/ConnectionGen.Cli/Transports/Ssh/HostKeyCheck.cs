namespace ConnectionGen.Cli.Transports;

/// <summary>Decides about a server's key, and says why.</summary>
internal sealed class HostKeyCheck(HostKeyPolicy policy, KnownHosts known, string hostName)
{
    /// <summary>Why the key was refused; null if it was not.</summary>
    public HostKeyRefusedException? Refusal { get; private set; }

    public IReadOnlyList<string> KnownTypes => policy == HostKeyPolicy.Off ? [] : known.TypesFor(hostName);

    public bool Accepts(byte[] blob)
    {
        if (policy == HostKeyPolicy.Off)
            return true;
        var key = new HostKey(blob);
        switch (known.Judge(hostName, key))
        {
            case KnownHosts.Verdict.Known:
                return true;
            case KnownHosts.Verdict.Unknown when policy == HostKeyPolicy.AcceptNew:
                known.Add(hostName, key);
                return true;
            case KnownHosts.Verdict.Unknown:
                Refuse(key, $"The SSH host key of {hostName} is not known: {key.Type} {key.Fingerprint}. If this is the device's fingerprint, add this line to {known.FileToAddTo}:\n"
                    + $"{KnownHosts.LineFor(hostName, key)}\nor let new keys be remembered: host_key: accept-new.");
                return false;
            case KnownHosts.Verdict.Changed:
                Refusal = new HostKeyChangedException(
                    $"The SSH host key of {hostName} has changed: it is now {key.Type} {key.Fingerprint}. Either the device got a new key, or somebody stands between you and it. "
                    + $"If the new key is right, replace the lines of {hostName} in {known.FileToAddTo} by:\n{KnownHosts.LineFor(hostName, key)}",
                    key.Fingerprint,
                    KnownHosts.LineFor(hostName, key));
                return false;
            default:
                Refuse(key, $"The SSH host key of {hostName}, {key.Type} {key.Fingerprint}, is marked as revoked in the files of known hosts.");
                return false;
        }
    }

    private void Refuse(HostKey key, string message) => Refusal = new HostKeyRefusedException(message, key.Fingerprint, KnownHosts.LineFor(hostName, key));
}
