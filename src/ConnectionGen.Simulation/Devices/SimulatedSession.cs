namespace ConnectionGen.Simulation;

/// <summary>One client's session on a simulated device, while it lasts and after.</summary>
public sealed class SimulatedSession
{
    private readonly SessionRecord _record;

    internal SimulatedSession(int number, SimulatedLine? line, SessionRecord record, DateTimeOffset start)
    {
        Number = number;
        Line = line;
        _record = record;
        StartedAt = start;
    }

    /// <summary>The session's number on its device, from 1.</summary>
    public int Number { get; }

    /// <summary>The line that the client came in by; null on a device without lines.</summary>
    public SimulatedLine? Line { get; }

    /// <summary>When the client came.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>The state that the session is in, or ended in.</summary>
    public string State { get; internal set; } = "";

    /// <summary>True until either side has gone.</summary>
    public bool IsOpen => EndReason is null;

    /// <summary>Why the session ended; null while it lasts.</summary>
    public string? EndReason { get; internal set; }

    /// <summary>What the client calls its terminal; null where it did not say so.</summary>
    public string? TerminalType { get; internal set; }

    /// <summary>Columns and rows of the client's window; null where it did not say so.</summary>
    public (int Columns, int Rows)? WindowSize { get; internal set; }

    /// <summary>The lines typed so far, passwords and empty ones included.</summary>
    public int CommandCount => _record.CommandCount;

    /// <summary>The latest lines typed, up to <see cref="SimulatedDeviceOptions.CommandLimit"/>.</summary>
    public IReadOnlyList<SimulatedCommand> Commands => _record.Commands();

    /// <summary>Those of the latest lines that nothing had an answer for.</summary>
    public IReadOnlyList<SimulatedCommand> UnexpectedCommands => [.. _record.Commands().Where(command => !command.IsExpected)];

    /// <summary>The latest of what was typed and sent, up to <see cref="SimulatedDeviceOptions.TranscriptLimit"/>.</summary>
    public IReadOnlyList<TranscriptEntry> Transcript => _record.Transcript();

    /// <summary>True where the transcript's beginning was dropped.</summary>
    public bool IsTranscriptCut => _record.IsCut;

    internal SessionRecord Record => _record;
}
