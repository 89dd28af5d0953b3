using System.Text.RegularExpressions;
using ConnectionGen.Cli.Dialogs;
using static ConnectionGen.Cli.Expecting.PatternLimits;

namespace ConnectionGen.Cli.Platforms;

/// <summary>Cisco IOS XR: the prompt begins with the node, and lines wait for a commit.</summary>
internal static partial class IosXrPlatform
{
    private const RegexOptions Lines = RegexOptions.Multiline | RegexOptions.CultureInvariant;
    private const string Node = @"^(?:RP|LC|DRP|D?RSP|RSP\d?)/\d+/\w+/CPU\d+:";

    private static readonly ModeLock s_configureLock = new(CiscoQuestions.Locked(), Attempts: 5, TimeSpan.FromSeconds(30));

    public static Platform IosXr { get; } = new()
    {
        Name = "iosxr",
        Modes =
        [
            new("admin-config", AdminConfigure()),
            new("admin", Admin()),
            new("config", Configure()),
            new("enable", Enable()),
            new("run", Run()),
        ],
        Transitions =
        [
            new("enable", "config", "configure terminal", new Dialog(DialogStatement.Line(CiscoQuestions.Proceed(), "no")))
            {
                Lock = s_configureLock,
            },
            new("config", "enable", "end", new Dialog(DialogStatement.Line(CiscoQuestions.Uncommitted(), "no"))),
            new("enable", "admin", "admin"),
            new("admin", "enable", "exit"),
            new("admin", "admin-config", "config"),
            new("admin-config", "admin", "exit", new Dialog(DialogStatement.Line(CiscoQuestions.Uncommitted(), "no"))) { Repeats = 10 },
            new("enable", "run", "run"),
            new("run", "enable", "exit"),
        ],
        CommandMode = "enable",
        ConfigureMode = "config",
        ConfigureComment = "!",
        PrepareCommands = ["terminal length 0", "terminal width 0"],
        PrepareConfigureLines =
        [
            "no logging console", "logging console disable",
            "line console", "exec-timeout 0 0", "absolute-timeout 0", "session-timeout 0",
            "line default", "exec-timeout 0 0", "absolute-timeout 0", "session-timeout 0",
        ],
        ErrorPatterns = [CiscoErrors.Invalid(), CiscoErrors.Incomplete(), CiscoErrors.Ambiguous(), CommitFailed(), Quotes()],
        ConfigureErrorPatterns = [CiscoErrors.Configure(), CiscoErrors.Incomplete(), CiscoErrors.Ambiguous()],
        Ping = CiscoReachability.XrPing,
        Traceroute = CiscoReachability.XrTraceroute,
        Copy = new CopyRules { Vrf = "vrf {value}" },
        Reload = new ReloadRules { Limit = TimeSpan.FromMinutes(15) },
        ShowConfiguration = "show running-config",
        Bash = ShellWays.IosXrBash,
        Redundancy = Supervisors.IosXr,
        Commit = new CommitRules
        {
            Force = "force",
            BestEffort = "best-effort",
            Replace = "replace",
            Exclusive = new("enable", "config", "configure exclusive", new Dialog(DialogStatement.Line(CiscoQuestions.Proceed(), "no"))) { Lock = s_configureLock },
            Confirmed = "confirmed minutes {minutes}",
            Comment = "comment {text}",
            Questions = new Dialog(DialogStatement.Line(CiscoQuestions.Proceed(), "yes")),
            ErrorPatterns = [CommitFailed()],
            Explain = "show configuration failed",
            Abandon = ["abort"],
        },
    };

    [GeneratedRegex(Node + @"(?<host>[\w.-]+)#\s*$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Enable();

    [GeneratedRegex(Node + @"(?<host>[\w.-]+)\([^()\s]*(?:con|cfg)[^()\s]*\)#\s*$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Configure();

    [GeneratedRegex(@"^sysadmin-vm:[\w/]+#\s*$|" + Node + @"[\w.-]+\(admin\)#\s*$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Admin();

    [GeneratedRegex(@"^sysadmin-vm:[\w/]+\(config[^()\s]*\)#\s*$|" + Node + @"[\w.-]+\(admin-config[^()\s]*\)#\s*$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex AdminConfigure();

    [GeneratedRegex(@"^\[(?:xr-vm_)?node[\w]+:[^\]]*\] ?\$\s*$|^# ?$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Run();

    [GeneratedRegex(@"^%\s*Failed to commit[^\n]*", Lines, Milliseconds)]
    private static partial Regex CommitFailed();

    [GeneratedRegex(@"^%\s*(?:Unmatched +quote|Error +parsing +piping +string)[^\n]*", Lines, Milliseconds)]
    private static partial Regex Quotes();
}
