using ConnectionGen.Cli.Dialogs;

namespace ConnectionGen.Cli;

/// <summary>How to have the standby supervisor take over, and how to wait for it.</summary>
public sealed record SwitchoverOptions
{
    /// <summary>What to type; the platform's own command unless said otherwise.</summary>
    public string? Command { get; init; }

    /// <summary>True to wait, afterwards, until the supervisor that was active is a standby that is ready.</summary>
    public bool SyncStandby { get; init; } = true;

    /// <summary>How long to wait between two looks at the state; 10 seconds unless said otherwise.</summary>
    public TimeSpan BetweenLooks { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How to wait for the session, and answers to further questions; null for the usual.</summary>
    public ReloadOptions Restart { get; init; } = new();
}
