using System.Globalization;

namespace ConnectionGen.Cli.Transports;

/// <summary>What of the <c>ssh</c> program's command line a testbed's <c>ssh_options</c> may say: the options for port, user, key file, algorithms, host keys and signs of life.</summary>
public sealed record SshOptions
{
    private const int LongestInterval = 86_400;

    /// <summary>No options.</summary>
    public static SshOptions None { get; } = new();

    /// <summary><c>-p</c>, <c>-o Port</c>.</summary>
    public int? Port { get; init; }

    /// <summary><c>-l</c>, <c>-o User</c>.</summary>
    public string? User { get; init; }

    /// <summary><c>-i</c>, <c>-o IdentityFile</c>, in the order given.</summary>
    public IReadOnlyList<string> IdentityFiles { get; init; } = [];

    /// <summary><c>-o KexAlgorithms</c>: a list, or one with <c>+</c>, <c>-</c> or <c>^</c> before it.</summary>
    public string? KexAlgorithms { get; init; }

    /// <summary><c>-o HostKeyAlgorithms</c>.</summary>
    public string? HostKeyAlgorithms { get; init; }

    /// <summary><c>-o PubkeyAcceptedAlgorithms</c>.</summary>
    public string? PubkeyAcceptedAlgorithms { get; init; }

    /// <summary><c>-o Ciphers</c>, <c>-c</c>.</summary>
    public string? Ciphers { get; init; }

    /// <summary><c>-o MACs</c>, <c>-m</c>.</summary>
    public string? Macs { get; init; }

    /// <summary><c>-o StrictHostKeyChecking</c>: <c>yes</c>, <c>accept-new</c> or <c>no</c>.</summary>
    public HostKeyPolicy? HostKeys { get; init; }

    /// <summary><c>-o UserKnownHostsFile</c>, the first of them.</summary>
    public string? KnownHostsFile { get; init; }

    /// <summary><c>-o ServerAliveInterval</c>: how often the server is sent a sign of life; zero for never.</summary>
    public TimeSpan? KeepAlive { get; init; }

    /// <summary>What was written and is not understood, as written; to be told to the user.</summary>
    public IReadOnlyList<string> NotUnderstood { get; init; } = [];

    /// <summary>Reads options as a shell would split them.</summary>
    /// <param name="text">The options; null and empty for none.</param>
    public static SshOptions Parse(string? text)
    {
        var options = None;
        var words = new Queue<string>(CommandWords.Split(text ?? "", out _));
        while (words.TryDequeue(out var word))
        {
            if (word is not ['-', var letter, ..] || letter is not ('p' or 'l' or 'i' or 'o' or 'c' or 'm'))
            {
                options = options.Reject(word);
                continue;
            }

            var value = word.Length > 2 ? word[2..] : words.TryDequeue(out var next) ? next : "";
            options = letter switch
            {
                'p' => options.With("port", value, $"-p {value}"),
                'l' => options.With("user", value, $"-l {value}"),
                'i' => options.With("identityfile", value, $"-i {value}"),
                'c' => options.With("ciphers", value, $"-c {value}"),
                'm' => options.With("macs", value, $"-m {value}"),
                _ => options.WithAssignment(value),
            };
        }

        return options;
    }

    private SshOptions WithAssignment(string text)
    {
        var at = text.AsSpan().IndexOfAny('=', ' ');
        return at < 0
            ? Reject($"-o {text}")
            : With(text[..at].Trim().ToLowerInvariant(), text[(at + 1)..].TrimStart('=', ' ').Trim(), $"-o {text}");
    }

    private SshOptions With(string key, string value, string written) => (key, value) switch
    {
        (_, "") => Reject(written),
        ("port", _) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536
            ? this with { Port = port }
            : Reject(written),
        ("user", _) => this with { User = value },
        ("identityfile", _) => this with { IdentityFiles = [.. IdentityFiles, ExpandHome(value)] },
        ("kexalgorithms", _) => this with { KexAlgorithms = value },
        ("hostkeyalgorithms", _) => this with { HostKeyAlgorithms = value },
        ("pubkeyacceptedalgorithms" or "pubkeyacceptedkeytypes", _) => this with { PubkeyAcceptedAlgorithms = value },
        ("ciphers", _) => this with { Ciphers = value },
        ("macs", _) => this with { Macs = value },
        ("userknownhostsfile", _) => this with { KnownHostsFile = ExpandHome(value.Split(' ')[0]) },
        ("stricthostkeychecking", "yes" or "ask") => this with { HostKeys = HostKeyPolicy.Strict },
        ("stricthostkeychecking", "accept-new") => this with { HostKeys = HostKeyPolicy.AcceptNew },
        ("stricthostkeychecking", "no" or "off") => this with { HostKeys = HostKeyPolicy.Off },
        ("serveraliveinterval", _) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= LongestInterval
            ? this with { KeepAlive = TimeSpan.FromSeconds(seconds) }
            : Reject(written),
        _ => Reject(written),
    };

    private SshOptions Reject(string written) => this with { NotUnderstood = [.. NotUnderstood, written.TrimEnd()] };

    private static string ExpandHome(string path) => path.StartsWith("~/", StringComparison.Ordinal)
        ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), path[2..])
        : path;
}
