namespace ConnectionGen.Simulation;

/// <summary>How a connection is cut.</summary>
public enum CutKind
{
    /// <summary>The device hangs up: the client reads to the end.</summary>
    Close,

    /// <summary>The connection is reset, as after a crash or by a firewall.</summary>
    Reset,

    /// <summary>The device sends no more but still reads.</summary>
    HalfClose,

    /// <summary>The device sends no more and the connection stays: only the client's own limit ends the wait.</summary>
    Stall,
}
