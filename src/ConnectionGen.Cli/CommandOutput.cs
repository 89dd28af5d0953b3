namespace ConnectionGen.Cli;

/// <summary>What a device answered to a command, and what is known about it.</summary>
/// <param name="Command">The command as it was given.</param>
/// <param name="Text">The answer without echo and prompt; lines are separated by <c>\n</c>.</param>
/// <param name="Duration">From typing to the prompt.</param>
/// <param name="Mode">The mode of the device afterwards, such as <c>enable</c>.</param>
/// <param name="Errors">The error texts in the answer, in the order in which they stand there; empty if there are none.</param>
public sealed record CommandOutput(string Command, string Text, TimeSpan Duration, string? Mode, IReadOnlyList<string> Errors)
{
    /// <summary>True if the answer holds an error text.</summary>
    public bool HasErrors => Errors.Count > 0;

    /// <summary>The answer.</summary>
    public override string ToString() => Text;
}
