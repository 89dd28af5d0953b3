namespace ConnectionGen.Cli;

/// <summary>The standby supervisor cannot take over, now or within the limit. The message says what state it is in.</summary>
public sealed class StandbyNotReadyException : Exception, IConnectionFailure
{
    internal StandbyNotReadyException(string message, RedundancyStatus status)
        : base(message) => Status = status;

    /// <summary>What the device said last.</summary>
    public RedundancyStatus Status { get; }
}
