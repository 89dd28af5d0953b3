using System.Text.RegularExpressions;
using ConnectionGen.Cli.Dialogs;

namespace ConnectionGen.Cli.Platforms;

/// <summary>What one network operating system's command line looks like: data, which the services read.</summary>
/// <example><code>
/// public static Platform Lancom { get; } = Platforms.Generic with { Name = "lancom", PrepareCommands = [] };
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

    /// <summary>What is typed after login, so that output comes whole: paging off, a wide line.</summary>
    public IReadOnlyList<string> PrepareCommands { get; init; } = [];

    /// <summary>Output that means that a command failed.</summary>
    public IReadOnlyList<Regex> ErrorPatterns { get; init; } = [];

    /// <summary>Output that means that a configuration line failed.</summary>
    public IReadOnlyList<Regex> ConfigureErrorPatterns { get; init; } = [];

    /// <summary>Questions that any command may ask.</summary>
    public Dialog Questions { get; init; } = Dialog.Empty;

    /// <summary>What is typed to leave the session; null to close the link at once.</summary>
    public string? LogoutCommand { get; init; } = "exit";

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
