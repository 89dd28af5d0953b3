namespace ConnectionGen.Cli.Transports;

/// <summary>Where to open an SSH session, and as whom.</summary>
public sealed record SshSettings
{
    /// <summary>Name or address.</summary>
    public required string Host { get; init; }

    /// <summary>TCP port, where <see cref="Options"/> names none.</summary>
    public int Port { get; init; } = 22;

    /// <summary>The user, where <see cref="Options"/> names none.</summary>
    public string? UserName { get; init; }

    /// <summary>Gives the password when it is needed; null, or one that gives null, for none. Used for password and keyboard-interactive.</summary>
    public Func<string?>? Password { get; init; }

    /// <summary>Gives the passphrase of the key files when one is needed.</summary>
    public Func<string?>? Passphrase { get; init; }

    /// <summary>The name of the credential, for messages.</summary>
    public string CredentialName { get; init; } = "default";

    /// <summary>What the user wrote as <c>ssh_options</c>.</summary>
    public SshOptions Options { get; init; } = SshOptions.None;

    /// <summary>What to do about host keys, where <see cref="Options"/> say nothing.</summary>
    public HostKeyPolicy HostKeys { get; init; } = HostKeyPolicy.Strict;

    /// <summary>The file of known hosts; null for <c>~/.ssh/known_hosts</c> and, for reading, <c>/etc/ssh/ssh_known_hosts</c>.</summary>
    public string? KnownHostsFile { get; init; }

    /// <summary>How long connecting and logging in may take.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How often the server is sent a message that means nothing, so that no firewall on the way forgets the session; zero for never. Where
    /// <see cref="Options"/> say nothing.
    /// </summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The terminal type.</summary>
    public string TerminalType { get; init; } = "vt100";

    /// <summary>Columns of the terminal.</summary>
    public int Columns { get; init; } = 511;

    /// <summary>Rows of the terminal.</summary>
    public int Rows { get; init; } = 200;

    /// <summary>Where to connect to instead, for a session through a tunnel; the host key is still that of the target.</summary>
    internal System.Net.IPEndPoint? Through { get; init; }

    internal string TargetHost => Host;

    internal int TargetPort => Options.Port ?? Port;

    internal TimeSpan TargetKeepAlive => Options.KeepAlive ?? KeepAlive;

    internal string? TargetUser => Options.User ?? UserName;

    /// <summary>Without secrets.</summary>
    public override string ToString() => $"{TargetUser}@{TargetHost}:{TargetPort}";
}
