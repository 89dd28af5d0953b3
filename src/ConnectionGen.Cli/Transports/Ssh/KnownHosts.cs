namespace ConnectionGen.Cli.Transports;

/// <summary>The keys that are known of hosts, from one or more files in OpenSSH's format, hashed names included.</summary>
internal sealed class KnownHosts
{
    // several sessions of one process may meet a new host at once
    private static readonly Lock s_writing = new();

    private readonly List<KnownHostLine> _lines = [];

    private KnownHosts(string fileToAddTo) => FileToAddTo = fileToAddTo;

    /// <summary>What a key is in the light of the files.</summary>
    public enum Verdict
    {
        /// <summary>No key of this host is known.</summary>
        Unknown,

        /// <summary>The key is the one known.</summary>
        Known,

        /// <summary>Another key is known.</summary>
        Changed,

        /// <summary>The key is marked as revoked.</summary>
        Revoked,
    }

    public string FileToAddTo { get; }

    /// <summary>The user's own file.</summary>
    public static string DefaultFile => Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".ssh", "known_hosts");

    /// <summary>Reads files; those that are not there count as empty. New keys go to the first.</summary>
    public static KnownHosts Read(params IReadOnlyList<string> files)
    {
        var known = new KnownHosts(files[0]);
        foreach (var file in files)
        {
            if (!File.Exists(file))
                continue;
            lock (s_writing)
            {
                foreach (var line in File.ReadLines(file))
                {
                    if (KnownHostLine.Parse(line) is { } parsed)
                        known._lines.Add(parsed);
                }
            }
        }

        return known;
    }

    /// <summary>The types of the keys that are known of a host, so that a server is asked for one of them.</summary>
    public IReadOnlyList<string> TypesFor(string hostName) =>
        [.. _lines.Where(line => !line.IsRevoked && line.IsFor(hostName)).Select(line => line.KeyType).Distinct(StringComparer.Ordinal)];

    public Verdict Judge(string hostName, HostKey key)
    {
        var verdict = Verdict.Unknown;
        foreach (var line in _lines)
        {
            if (!line.IsFor(hostName))
                continue;
            var isSame = line.KeyType == key.Type && line.Key == key.Base64;
            if (line.IsRevoked && isSame)
                return Verdict.Revoked;
            if (line.IsRevoked)
                continue;
            if (isSame)
                verdict = Verdict.Known;
            else if (verdict == Verdict.Unknown)
                verdict = Verdict.Changed;
        }

        return verdict;
    }

    /// <summary>The line that makes a key known.</summary>
    public static string LineFor(string hostName, HostKey key) => $"{hostName} {key.Type} {key.Base64}";

    public void Add(string hostName, HostKey key)
    {
        var line = LineFor(hostName, key);
        lock (s_writing)
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(FileToAddTo))!;
            if (!Directory.Exists(folder))
                Directory.CreateDirectory(folder);
            if (File.Exists(FileToAddTo) && File.ReadLines(FileToAddTo).Contains(line, StringComparer.Ordinal))
                return;
            var lead = File.Exists(FileToAddTo) && File.ReadAllText(FileToAddTo) is { Length: > 0 } text && text[^1] != '\n' ? "\n" : "";
            File.AppendAllText(FileToAddTo, $"{lead}{line}\n");
        }

        _lines.Add(KnownHostLine.Parse(line)!);
    }
}
