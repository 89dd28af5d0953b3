namespace ConnectionGen.Cli;

/// <summary>What a device says about its two supervisors.</summary>
/// <param name="Mode">The mode in which they work, such as <c>sso</c>; null where the device does not say.</param>
/// <param name="Own">The state of the one that answers, such as <c>ACTIVE</c>, in the device's words; null where it does not say.</param>
/// <param name="Peer">The state of the other one, such as <c>STANDBY HOT</c>; null where there is none.</param>
/// <param name="IsStandbyReady">True if one of them is a standby that could take over.</param>
/// <param name="Text">All that the device said.</param>
public sealed record RedundancyStatus(string? Mode, string? Own, string? Peer, bool IsStandbyReady, string Text);
