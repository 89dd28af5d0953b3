namespace ConnectionGen.Cli;

/// <summary>How to trace a route, in one set of words for all platforms; what a platform does not know is refused before anything is typed.</summary>
public sealed record TracerouteOptions
{
    /// <summary>The address or interface to send from.</summary>
    public string? Source { get; init; }

    /// <summary>The VRF, routing instance or VPN instance to send in.</summary>
    public string? Vrf { get; init; }

    /// <summary>True to show addresses without looking for their names.</summary>
    public bool Numeric { get; init; }

    /// <summary>How many probes a hop; mostly 3 unless said otherwise.</summary>
    public int? Probes { get; init; }

    /// <summary>How long the device waits for each reply, in whole seconds.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>The time to live to begin with; 1 unless said otherwise.</summary>
    public int? FirstHop { get; init; }

    /// <summary>The largest time to live; 30 unless said otherwise.</summary>
    public int? LastHop { get; init; }

    /// <summary>The UDP port to begin with.</summary>
    public int? Port { get; init; }
}
