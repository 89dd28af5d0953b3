using System.Text.RegularExpressions;
using ConnectionGen.Cli.Dialogs;

namespace ConnectionGen.Cli.Platforms;

/// <summary>How a platform leads to another command line inside it: data, which <c>BashConsoleAsync</c>, <c>GuestShellAsync</c> and <c>AttachAsync</c> read.</summary>
/// <param name="Mode">The platform's mode that it is.</param>
/// <param name="Command">What leads there from the mode for commands; <c>{value}</c> is replaced by where to.</param>
public sealed record ShellRules(string Mode, string Command)
{
    /// <summary>Questions on the way.</summary>
    public Dialog Dialog { get; init; } = Dialog.Empty;

    /// <summary>What switches it on, where <see cref="ShellOptions.Enable"/> asks for it; null where there is nothing to switch on.</summary>
    public ShellSwitch? Switch { get; init; }
}

/// <summary>How a shell is switched on that is off by default.</summary>
/// <param name="Command">What does it: a command, or a line of configuration.</param>
public sealed record ShellSwitch(string Command)
{
    /// <summary>True if the command is a line of configuration.</summary>
    public bool IsConfiguration { get; init; }

    /// <summary>What the device answers where it cannot do it yet.</summary>
    public Regex? NotYet { get; init; }

    /// <summary>What shows whether it is on; null if the command itself waits.</summary>
    public string? Show { get; init; }

    /// <summary>What it shows then.</summary>
    public Regex? IsOn { get; init; }

    /// <summary>How often to look, and how often to type the command where the device cannot do it yet.</summary>
    public int Attempts { get; init; } = 20;

    /// <summary>How long to wait in between.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(5);
}
