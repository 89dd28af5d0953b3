using System.Text.RegularExpressions;
using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Expecting;

namespace ConnectionGen.Cli.Platforms;

/// <summary>What one network operating system's command line looks like: data, which the services read.</summary>
/// <example><code>
/// public static Platform Lancom { get; } = CliPlatforms.Generic with { Name = "lancom", PrepareCommands = [] };
/// </code></example>
public sealed record Platform
{
    /// <summary>The name by which a testbed's <c>os</c> calls it.</summary>
    public required string Name { get; init; }

    /// <summary>The modes; where several prompts match, the first counts.</summary>
    public required IReadOnlyList<Mode> Modes { get; init; }

    /// <summary>How to get from mode to mode. Ways of several steps are found.</summary>
    public IReadOnlyList<ModeTransition> Transitions { get; init; } = [];

    /// <summary>The mode in which commands are executed, entered after login.</summary>
    public required string CommandMode { get; init; }

    /// <summary>The mode in which the configuration is changed; null where there is none.</summary>
    public string? ConfigureMode { get; init; }

    /// <summary>What begins a comment in a configuration, so that a line of it changes nothing; null where there is none.</summary>
    public string? ConfigureComment { get; init; }

    /// <summary>How a configuration is taken over; null where each line is at once.</summary>
    public CommitRules? Commit { get; init; }

    /// <summary>What is typed after login, so that output comes whole: paging off, a wide line.</summary>
    public IReadOnlyList<string> PrepareCommands { get; init; } = [];

    /// <summary>
    /// Lines that configure the device for automation, such as <c>no logging console</c>. They change the device for everybody, and are typed only if
    /// the connection's <c>prepareConfiguration</c> asks for them.
    /// </summary>
    public IReadOnlyList<string> PrepareConfigureLines { get; init; } = [];

    /// <summary>Pagers that are answered wherever they appear.</summary>
    public IReadOnlyList<Pager> Pagers { get; init; } = Pager.Usual;

    /// <summary>What a login may ask beside user name and password: to press Enter, whether to set the device up.</summary>
    public Dialog LoginQuestions { get; init; } = UsualQuestions.Login;

    /// <summary>What asks for the user name at a login; null for the usual words.</summary>
    public Regex? UserNameQuestion { get; init; }

    /// <summary>What asks for the password at a login; null for the usual words.</summary>
    public Regex? PasswordQuestion { get; init; }

    /// <summary>True for a host where a login without a user name means the user who runs this program, and one without a password an empty one.</summary>
    public bool UsesOwnAccount { get; init; }

    /// <summary>What asks for a password in the middle of a command, answered from the credential <c>sudo</c>; null where nothing does.</summary>
    public Regex? SudoQuestion { get; init; }

    /// <summary>Output that means that a command failed.</summary>
    public IReadOnlyList<Regex> ErrorPatterns { get; init; } = [];

    /// <summary>Output that means that a configuration line failed.</summary>
    public IReadOnlyList<Regex> ConfigureErrorPatterns { get; init; } = [];

    /// <summary>Questions that any command may ask.</summary>
    public Dialog Questions { get; init; } = Dialog.Empty;

    /// <summary>
    /// What is sent, one after the other as it is, to bring back a prompt that has not come in time, where a connection or a call wants that:
    /// Enter, the keys that empty a line, leave a mode, interrupt.
    /// </summary>
    public IReadOnlyList<string> RecoveryKeys { get; init; } = ["\r", "\x15", "\x1a", "\r", "\x1e"];

    /// <summary>How often <see cref="RecoveryKeys"/> are gone through.</summary>
    public int RecoveryRounds { get; init; } = 1;

    /// <summary>What is typed to leave the session; null to close the link at once.</summary>
    public string? LogoutCommand { get; init; } = "exit";

    /// <summary>How it pings; null where there is no ping.</summary>
    public PingRules? Ping { get; init; }

    /// <summary>How it traces a route; null where there is no traceroute.</summary>
    public TracerouteRules? Traceroute { get; init; }

    /// <summary>How it copies files; null where it does not.</summary>
    public CopyRules? Copy { get; init; }

    /// <summary>How it is reloaded; null where it cannot be from its command line.</summary>
    public ReloadRules? Reload { get; init; }

    /// <summary>How to get to the device's own shell; null where there is none, or where the commands themselves are run in one.</summary>
    public ShellRules? Bash { get; init; }

    /// <summary>How to get to the guest shell; null where there is none.</summary>
    public ShellRules? GuestShell { get; init; }

    /// <summary>How to get to the command line of a module; null where there is none.</summary>
    public ShellRules? Module { get; init; }

    /// <summary>What it says about two supervisors; null where it has but one.</summary>
    public RedundancyRules? Redundancy { get; init; }

    /// <summary>What shows the configuration that runs; null where there is none.</summary>
    public string? ShowConfiguration { get; init; }

    /// <summary>The mode of a name.</summary>
    /// <param name="name">The name; case matters.</param>
    /// <exception cref="ArgumentException">The platform has no such mode; the message lists those it has.</exception>
    public Mode FindMode(string name) =>
        Modes.FirstOrDefault(mode => mode.Name == name)
        ?? throw new ArgumentException($"The platform '{Name}' has no mode '{name}'. It has: {string.Join(", ", Modes)}.", nameof(name));

    /// <summary>The shortest way between two modes, as steps; empty if they are the same.</summary>
    /// <param name="from">The mode's name to start in.</param>
    /// <param name="to">The mode's name to arrive in.</param>
    /// <returns>The steps; null if no way leads there.</returns>
    public IReadOnlyList<ModeTransition>? FindWay(string from, string to)
    {
        var reached = new Dictionary<string, ModeTransition?>(StringComparer.Ordinal) { [from] = null };
        var open = new Queue<string>([from]);
        while (open.TryDequeue(out var mode) && mode != to)
        {
            foreach (var step in Transitions)
            {
                if (step.From == mode && reached.TryAdd(step.To, step))
                    open.Enqueue(step.To);
            }
        }

        if (!reached.ContainsKey(to))
            return null;
        var way = new List<ModeTransition>();
        for (var mode = to; reached[mode] is { } step; mode = step.From)
            way.Insert(0, step);
        return way;
    }
}
