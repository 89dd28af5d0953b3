namespace ConnectionGen.Cli.Platforms;

/// <summary>FRRouting, through vtysh or a daemon's own Telnet line.</summary>
internal static class FrrPlatform
{
    public static Platform Frr { get; } = GenericPlatform.Generic with
    {
        Name = "frr",
        PrepareCommands = ["terminal length 0"],
        PrepareConfigureLines = [],
        ErrorPatterns = [.. GenericPlatform.Generic.ErrorPatterns, CiscoErrors.Unknown()],
        ConfigureErrorPatterns = [.. GenericPlatform.Generic.ConfigureErrorPatterns, CiscoErrors.Unknown()],
        Ping = OtherReachability.FrrPing,
        Traceroute = OtherReachability.FrrTraceroute,
        Copy = null,
        Reload = null,
        Redundancy = null,
    };
}
