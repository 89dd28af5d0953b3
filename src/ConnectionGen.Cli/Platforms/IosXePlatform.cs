using System.Text.RegularExpressions;
using ConnectionGen.Cli.Dialogs;
using static ConnectionGen.Cli.Expecting.PatternLimits;

namespace ConnectionGen.Cli.Platforms;

/// <summary>Cisco IOS XE, and the same under SD-WAN control, where lines wait for a commit.</summary>
internal static partial class IosXePlatform
{
    private const RegexOptions Lines = RegexOptions.Multiline | RegexOptions.CultureInvariant;

    public static Platform IosXe { get; } = GenericPlatform.Generic with
    {
        Name = "iosxe",
        RecoveryKeys = ["\r", "\x1e", "\x03"],
        RecoveryRounds = 2,
        Modes =
        [
            new("guestshell", CiscoPrompts.GuestShell()),
            new("tclsh", TclShell()),
            .. GenericPlatform.Modes,
            new("shell", SystemShell()),
        ],
        Transitions =
        [
            .. GenericPlatform.Transitions.Where(static step => step.From != "enable" || step.To != "config"),
            new("enable", "config", "configure terminal") { Lock = GenericPlatform.ConfigureLock with { Attempts = 10, Pause = TimeSpan.FromSeconds(30) } },
            new("enable", "guestshell", "guestshell run bash"),
            new("guestshell", "enable", "exit"),
            new("enable", "tclsh", "tclsh"),
            new("tclsh", "enable", "exit"),
            new("shell", "enable", "exit"),
        ],
        ErrorPatterns = [.. GenericPlatform.Generic.ErrorPatterns, UnknownName()],
        Bash = ShellWays.IosXeBash,
        GuestShell = ShellWays.IosXeGuest,
        Reload = new ReloadRules { Member = "reload slot {member}" },
        ConfigureErrorPatterns = [.. GenericPlatform.Generic.ConfigureErrorPatterns, Refused()],
    };

    public static Platform SdWan { get; } = IosXe with
    {
        Name = "sdwan",
        Transitions =
        [
            .. IosXe.Transitions.Where(static step => step.From != "config" && step.To != "config"),
            new("enable", "config", "config-transaction") { Lock = GenericPlatform.ConfigureLock },
            new("config", "enable", "end", new Dialog(DialogStatement.Line(CiscoQuestions.Uncommitted(), "no"))),
        ],
        ConfigureErrorPatterns = [.. IosXe.ConfigureErrorPatterns, SyntaxError()],
        Commit = new CommitRules { ErrorPatterns = [CommitRefused()], Abandon = ["abort"] },
    };

    [GeneratedRegex(@"^[\w.-]*\(tcl[^()\s]*\)#\s*$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex TclShell();

    [GeneratedRegex(@"^\[[\w.-]+[:@][^\]]*\][$#]\s*$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex SystemShell();

    [GeneratedRegex(@"^% Unknown command or computer name[^\n]*", Lines, Milliseconds)]
    private static partial Regex UnknownName();

    [GeneratedRegex(@"^(?:%? ?(?:IP )?routing table \S+ does not exist|%\s*SR feature is not configured yet|\S+ / \S+ is an invalid network\.|%\S+ is linked to a VRF|% VRF \S+ not configured|%CLNS: System ID \S+ must not change|% Specify remote-as or peer-group commands first|% Policy commands not allowed without an address family|% Color set already|Invalid policy name|% Deletion of RD in progress|% VLAN \[\d+\] already in use|% VNI \d+ is either already in use)[^\n]*", Lines | RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex Refused();

    [GeneratedRegex(@"^syntax error:[^\n]*", Lines, Milliseconds)]
    private static partial Regex SyntaxError();

    [GeneratedRegex(@"^(?:Aborted:|%? ?Commit failed|Failed to commit)[^\n]*", Lines | RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex CommitRefused();
}
