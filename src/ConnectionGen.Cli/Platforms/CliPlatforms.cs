namespace ConnectionGen.Cli.Platforms;

/// <summary>The platforms that come with the library.</summary>
public static class CliPlatforms
{
    private static readonly Mode[] s_ciscoModes =
    [
        new("config", CiscoPrompts.Configure()),
        new("enable", CiscoPrompts.Enable()),
        new("rommon", CiscoPrompts.Rommon()),
        new("disable", CiscoPrompts.Disable()),
    ];

    private static readonly ModeTransition[] s_ciscoTransitions =
    [
        new("disable", "enable", "enable"),
        new("enable", "disable", "disable"),
        new("enable", "config", "configure terminal"),
        new("config", "enable", "end"),
    ];

    /// <summary>A command line of the IOS kind of which nothing else is known.</summary>
    public static Platform Generic { get; } = new()
    {
        Name = "generic",
        Modes = s_ciscoModes,
        Transitions = s_ciscoTransitions,
        CommandMode = "enable",
        ConfigureMode = "config",
        PrepareCommands = ["terminal length 0", "terminal width 0"],
        ErrorPatterns = [CiscoErrors.Invalid(), CiscoErrors.Incomplete(), CiscoErrors.Ambiguous(), CiscoErrors.Refused()],
        ConfigureErrorPatterns = [CiscoErrors.Configure(), CiscoErrors.Incomplete(), CiscoErrors.Ambiguous()],
    };

    /// <summary>Cisco IOS.</summary>
    public static Platform Ios { get; } = Generic with { Name = "ios" };

    /// <summary>FRRouting, through vtysh or a daemon's own Telnet line.</summary>
    public static Platform Frr { get; } = Generic with
    {
        Name = "frr",
        PrepareCommands = ["terminal length 0"],
        ErrorPatterns = [.. Generic.ErrorPatterns, CiscoErrors.Unknown()],
        ConfigureErrorPatterns = [.. Generic.ConfigureErrorPatterns, CiscoErrors.Unknown()],
    };

    /// <summary>A shell on Linux.</summary>
    public static Platform Linux { get; } = new()
    {
        Name = "linux",
        Modes = [new("shell", LinuxPrompts.Shell())],
        CommandMode = "shell",
        ErrorPatterns = [LinuxPrompts.Errors()],
    };
}
