namespace ConnectionGen.Cli.JumpHosts;

/// <summary>A device on the way to another: it is logged in to, and runs commands, the last of which opens the next session.</summary>
/// <param name="Device">The device.</param>
/// <param name="Path">The way to it; of hops behind the first, its credentials alone are used.</param>
/// <param name="Commands">What is typed there; without any, the command follows from the target's path.</param>
internal sealed record Hop(DeviceDescription Device, PathDescription Path, IReadOnlyList<string> Commands);
