namespace ConnectionGen.Simulation;

/// <summary>Who sent a piece of a transcript.</summary>
public enum TranscriptDirection
{
    /// <summary>The client typed it.</summary>
    Typed,

    /// <summary>The device sent it, the echo included.</summary>
    Sent,
}

/// <summary>A piece of what a session typed or was sent. Simulated devices know simulated passwords only, and these are in it.</summary>
/// <param name="At">The time since the session began.</param>
/// <param name="Direction">Who sent it.</param>
/// <param name="Text">The text, without Telnet's commands.</param>
public sealed record TranscriptEntry(TimeSpan At, TranscriptDirection Direction, string Text);

/// <summary>A line that a session typed.</summary>
/// <param name="State">The state it was typed in.</param>
/// <param name="Text">The line, without Enter.</param>
/// <param name="IsExpected">False where neither the data nor a hook had an answer.</param>
public sealed record SimulatedCommand(string State, string Text, bool IsExpected);
