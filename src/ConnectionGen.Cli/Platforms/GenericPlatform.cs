namespace ConnectionGen.Cli.Platforms;

/// <summary>A command line of the IOS kind of which nothing else is known.</summary>
internal static class GenericPlatform
{
    public static ModeLock ConfigureLock { get; } = new(CiscoQuestions.Locked(), Attempts: 3, TimeSpan.FromSeconds(10));

    public static Mode[] Modes { get; } =
    [
        new("config", CiscoPrompts.Configure()),
        new("enable", CiscoPrompts.Enable()),
        new("rommon", CiscoPrompts.Rommon()),
        new("disable", CiscoPrompts.Disable()),
    ];

    public static ModeTransition[] Transitions { get; } =
    [
        new("disable", "enable", "enable"),
        new("enable", "disable", "disable"),
        new("enable", "config", "configure terminal") { Lock = ConfigureLock },
        new("config", "enable", "end"),
    ];

    public static Platform Generic { get; } = new()
    {
        Name = "generic",
        Modes = Modes,
        Transitions = Transitions,
        CommandMode = "enable",
        ConfigureMode = "config",
        ConfigureComment = "!",
        PrepareCommands = ["terminal length 0", "terminal width 0"],
        PrepareConfigureLines = ["no logging console", "line console 0", "exec-timeout 0", "line vty 0 4", "exec-timeout 0"],
        ErrorPatterns = [CiscoErrors.Invalid(), CiscoErrors.Incomplete(), CiscoErrors.Ambiguous(), CiscoErrors.Refused()],
        ConfigureErrorPatterns = [CiscoErrors.Configure(), CiscoErrors.Incomplete(), CiscoErrors.Ambiguous()],
        Ping = CiscoReachability.Ping,
        Traceroute = CiscoReachability.Traceroute,
        Copy = new CopyRules(),
        Reload = new ReloadRules(),
        ShowConfiguration = "show running-config",
        Redundancy = Supervisors.Ios,
    };
}
