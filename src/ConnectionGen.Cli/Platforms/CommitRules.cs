using System.Text.RegularExpressions;
using ConnectionGen.Cli.Dialogs;

namespace ConnectionGen.Cli.Platforms;

/// <summary>How a platform takes a configuration over that was typed before: data, which <c>ConfigureAsync</c> reads.</summary>
/// <remarks>
/// <see cref="Confirmed"/>, <see cref="Comment"/>, <see cref="Replace"/>, <see cref="Force"/> and <see cref="BestEffort"/> follow <see cref="Command"/> in this order; what is
/// null is what the platform does not know, and asking for it is refused.
/// </remarks>
public sealed record CommitRules
{
    /// <summary>What takes the configuration over.</summary>
    public string Command { get; init; } = "commit";

    /// <summary>False if the platform takes each line at once unless a commit is asked for.</summary>
    public bool IsUsual { get; init; } = true;

    /// <summary>The mode in which lines wait for a commit; null for the platform's configuration mode.</summary>
    public string? Mode { get; init; }

    /// <summary>
    /// What asks for a commit that is undone unless it is confirmed: <c>confirmed {minutes}</c>, or <c>timer {time}</c> with hours, minutes and
    /// seconds as <c>00:10:00</c>.
    /// </summary>
    public string? Confirmed { get; init; }

    /// <summary>What takes over a commit that waits to be confirmed, instead of <see cref="Command"/>; null where every commit does.</summary>
    public string? Accept { get; init; }

    /// <summary>How to enter the mode so that nobody else can change the configuration meanwhile; null where there is no such way.</summary>
    public ModeTransition? Exclusive { get; init; }

    /// <summary>What gives a comment: <c>comment {text}</c>, with the quotes that the platform wants around it.</summary>
    public string? Comment { get; init; }

    /// <summary>What makes the lines the whole configuration.</summary>
    public string? Replace { get; init; }

    /// <summary>What goes over the objections that the platform lets go over.</summary>
    public string? Force { get; init; }

    /// <summary>What takes over the lines that can be, and leaves the others.</summary>
    public string? BestEffort { get; init; }

    /// <summary>Questions that a commit may ask.</summary>
    public Dialog Questions { get; init; } = Dialog.Empty;

    /// <summary>Answers to a commit that mean that it failed, beside those of a configuration line.</summary>
    public IReadOnlyList<Regex> ErrorPatterns { get; init; } = [];

    /// <summary>What makes the platform say why a commit failed; null where the answer itself says it.</summary>
    public string? Explain { get; init; }

    /// <summary>What throws the lines away after one of them or the commit has failed, before the mode is left.</summary>
    public IReadOnlyList<string> Abandon { get; init; } = [];
}
