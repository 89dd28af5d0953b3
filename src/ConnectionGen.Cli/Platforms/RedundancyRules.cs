using System.Text.RegularExpressions;

namespace ConnectionGen.Cli.Platforms;

/// <summary>What a platform says about two supervisors, and how it switches over: data, which the services for redundancy read.</summary>
public sealed record RedundancyRules
{
    /// <summary>What shows it.</summary>
    public required string Show { get; init; }

    /// <summary>The state of the supervisor that answers: its group <c>state</c>.</summary>
    public required Regex Own { get; init; }

    /// <summary>The state of the other one: its group <c>state</c>.</summary>
    public required Regex Peer { get; init; }

    /// <summary>The mode of redundancy: its group <c>mode</c>; null where the platform does not say.</summary>
    public Regex? Mode { get; init; }

    /// <summary>What stands there when one of the two, whichever answers, is a standby that could take over.</summary>
    public required Regex Ready { get; init; }

    /// <summary>What has the standby take over; null where there is no such command.</summary>
    public string? Switchover { get; init; }

    /// <summary>How long that may take, unless said otherwise.</summary>
    public TimeSpan SwitchoverLimit { get; init; } = TimeSpan.FromMinutes(12);

    /// <summary>What reloads the standby; null where there is no such command.</summary>
    public string? ResetStandby { get; init; }
}
