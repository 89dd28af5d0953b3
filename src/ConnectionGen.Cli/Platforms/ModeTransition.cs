using ConnectionGen.Cli.Dialogs;

namespace ConnectionGen.Cli.Platforms;

/// <summary>How to get from one mode to another.</summary>
/// <param name="From">The mode's name to start in.</param>
/// <param name="To">The mode's name to arrive in.</param>
/// <param name="Command">What to type.</param>
/// <param name="Dialog">Questions that may come on the way; passwords for a more privileged mode are answered without.</param>
public sealed record ModeTransition(string From, string To, string Command, Dialog? Dialog = null)
{
    /// <summary>True if the command is a key that acts by itself, such as Ctrl-Z (<c>"\x1a"</c>), so that no Enter follows it.</summary>
    public bool IsKey { get; init; }

    /// <summary>How often to type the command at most, where each leaves one of several contexts inside each other; once unless said otherwise.</summary>
    public int Repeats { get; init; } = 1;

    /// <summary>What to do if the mode is held by somebody else; null to give up at once.</summary>
    public ModeLock? Lock { get; init; }
}
