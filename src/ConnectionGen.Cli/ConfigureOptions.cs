using System.Text.RegularExpressions;
using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Platforms;

namespace ConnectionGen.Cli;

/// <summary>How lines are configured, where the usual does not fit: questions that they ask, other error texts, many lines at once, patience with a lock.</summary>
/// <example><code>
/// await r1.ConfigureAsync(thousandLines, options: new ConfigureOptions { LinesAtOnce = 50 });
/// await r1.ConfigureAsync("crypto key zeroize rsa", options: new ConfigureOptions
/// {
///     Reply = new Dialog(DialogStatement.Line(new Regex(@"\[yes/no\]: ?$"), "yes")),
/// });
/// </code></example>
public sealed record ConfigureOptions
{
    private readonly int _linesAtOnce = 1;

    /// <summary>Questions that the lines may ask, and the answers. The platform's own questions are answered after these.</summary>
    public Dialog Reply { get; init; } = Dialog.Empty;

    /// <summary>Answers that mean an error, instead of the platform's; an empty list for none, null for the platform's.</summary>
    public IReadOnlyList<Regex>? ErrorPatterns { get; init; }

    /// <summary>Answers that mean an error beside <see cref="ErrorPatterns"/>.</summary>
    public IReadOnlyList<Regex> MoreErrorPatterns { get; init; } = [];

    /// <summary>
    /// How many lines are typed at once, without waiting for the answer to each; 1 unless said otherwise, 0 for as many
    /// as fit into 8,192 characters, which end each block in any case. Behind them a comment is typed, whose
    /// echo tells the end. The text that comes back holds the echoes then, and lines behind one that was refused have been typed.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public int LinesAtOnce
    {
        get => _linesAtOnce;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _linesAtOnce = value;
        }
    }

    /// <summary>How often to try to enter a configuration that another session holds, the first time included; the platform's number unless said otherwise.</summary>
    public int? LockAttempts { get; init; }

    /// <summary>How long to wait in between; the platform's time unless said otherwise.</summary>
    public TimeSpan? LockPause { get; init; }

    internal static ConfigureOptions Usual { get; } = new();

    internal IReadOnlyList<Regex> ErrorsOf(Platform platform) =>
        MoreErrorPatterns.Count == 0 ? ErrorPatterns ?? platform.ConfigureErrorPatterns : [.. MoreErrorPatterns, .. ErrorPatterns ?? platform.ConfigureErrorPatterns];

    internal ModeLock Patient(ModeLock modeLock) => modeLock with { Attempts = LockAttempts ?? modeLock.Attempts, Pause = LockPause ?? modeLock.Pause };
}
