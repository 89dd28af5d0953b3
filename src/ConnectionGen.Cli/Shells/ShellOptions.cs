namespace ConnectionGen.Cli;

/// <summary>How to enter a shell on a device.</summary>
public sealed record ShellOptions
{
    /// <summary>Further words of the command that leads there: <c>switch 1 rp active</c>, <c>sudo su</c>.</summary>
    public string Words { get; init; } = "";

    /// <summary>True to switch the shell on first, where a platform has it off. That changes the device for everybody.</summary>
    public bool Enable { get; init; }

    /// <summary>How long it may take to get there; the connection's <c>timeout</c>, and two minutes more with <see cref="Enable"/>, unless said otherwise.</summary>
    public TimeSpan? Limit { get; init; }
}
