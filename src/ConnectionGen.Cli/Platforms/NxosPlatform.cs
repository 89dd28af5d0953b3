using System.Text.RegularExpressions;
using ConnectionGen.Cli.Dialogs;
using static ConnectionGen.Cli.Expecting.PatternLimits;

namespace ConnectionGen.Cli.Platforms;

/// <summary>Cisco NX-OS. Lines are taken at once, or in the dual-stage mode where a commit is asked for.</summary>
internal static partial class NxosPlatform
{
    private const RegexOptions Lines = RegexOptions.Multiline | RegexOptions.CultureInvariant;

    public static Platform Nxos { get; } = new()
    {
        Name = "nxos",
        Modes =
        [
            new("guestshell", CiscoPrompts.GuestShell()),
            new("shell", Shell()),
            new("module", Module()),
            new("debug", Debug()),
            new("sqlite", Sqlite()),
            new("l2rib", L2Rib()),
            new("boot-config", BootConfigure()),
            new("boot", Boot()),
            new("config-dual", ConfigureDual()),
            new("config", CiscoPrompts.Configure()),
            new("enable", CiscoPrompts.Enable()),
            new("rommon", CiscoPrompts.Rommon()),
        ],
        Transitions =
        [
            new("enable", "config", "configure terminal") { Lock = GenericPlatform.ConfigureLock },
            new("config", "enable", "end"),
            new("enable", "config-dual", "configure dual-stage") { Lock = GenericPlatform.ConfigureLock },
            new("config-dual", "enable", "end", new Dialog(DialogStatement.Line(CiscoQuestions.Uncommitted(), "no"))),
            new("enable", "shell", "run bash"),
            new("shell", "enable", "exit") { Repeats = 3 },
            new("enable", "guestshell", "guestshell"),
            new("guestshell", "enable", "exit"),
            new("module", "enable", "exit") { Repeats = 3 },
            new("debug", "enable", "exit"),
            new("sqlite", "debug", ".exit"),
            new("l2rib", "shell", "exit"),
            new("boot", "boot-config", "config terminal"),
            new("boot-config", "boot", "end"),
        ],
        CommandMode = "enable",
        ConfigureMode = "config",
        ConfigureComment = "!",
        PrepareCommands = ["terminal length 0", "terminal width 511", "terminal session-timeout 0"],
        PrepareConfigureLines = ["no logging console", "line console", "exec-timeout 0", "line vty", "exec-timeout 0", "terminal width 511"],
        ErrorPatterns = [CiscoErrors.Invalid(), CiscoErrors.Incomplete(), CiscoErrors.Ambiguous(), CopyRefused()],
        ConfigureErrorPatterns = [CiscoErrors.Configure(), CiscoErrors.Incomplete(), CiscoErrors.Ambiguous(), Refused()],
        Ping = CiscoReachability.NxosPing,
        Traceroute = CiscoReachability.NxosTraceroute,
        Copy = new CopyRules(),
        Reload = new ReloadRules { Member = "reload module {member}", Limit = TimeSpan.FromMinutes(15) },
        ShowConfiguration = "show running-config",
        Bash = ShellWays.NxosBash,
        GuestShell = ShellWays.NxosGuest,
        Module = ShellWays.NxosModule,
        Redundancy = Supervisors.Nxos,
        Commit = new CommitRules { IsUsual = false, Mode = "config-dual", ErrorPatterns = [CommitFailed()], Abandon = ["abort"] },
    };

    [GeneratedRegex(@"^(?:bash-[\d.]+[#$]|Linux[#$]|root@lc\d+:\S* ?#)\s*$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Shell();

    [GeneratedRegex(@"^module-\d+(?:\([^()\s]*\))?#\s*$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Module();

    [GeneratedRegex(@"^Linux\(debug\)#\s*$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Debug();

    [GeneratedRegex(@"^sqlite>\s*$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Sqlite();

    [GeneratedRegex(@"^L2RIBCLIENT-[\w-]+>\s*$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex L2Rib();

    [GeneratedRegex(@"^(?<host>[\w.-]+)\(boot\)#\s*$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Boot();

    [GeneratedRegex(@"^(?<host>[\w.-]+)\(boot\)\(con[^()\s]*\)#\s*$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex BootConfigure();

    [GeneratedRegex(CiscoPrompts.Host + @"\(config-dual-stage[^()\s]*\)#\s*$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex ConfigureDual();

    [GeneratedRegex(@"^[^\n]*(?:Overwriting/deleting this image is not allowed|Copying to/from this server name is not permitted|command failed\.*aborting)[^\n]*", Lines, Milliseconds)]
    private static partial Regex CopyRefused();

    [GeneratedRegex(@"^(?:%\s*(?:Can ?not open|Not supported|Fail|Abort)|%?\s*ERROR\b)[^\n]*", Lines | RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex Refused();

    [GeneratedRegex(@"^[^\n]*(?:Verification|Commit) Failed[^\n]*", Lines | RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex CommitFailed();
}
