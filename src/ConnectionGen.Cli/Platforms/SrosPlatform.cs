using System.Text.RegularExpressions;
using ConnectionGen.Cli.Dialogs;
using static ConnectionGen.Cli.Expecting.PatternLimits;

namespace ConnectionGen.Cli.Platforms;

/// <summary>
/// Nokia SR OS with its two command lines: the model-driven one, whose prompt has a line with the context above it and whose lines wait for a
/// commit, and the classic one.
/// </summary>
internal static partial class SrosPlatform
{
    private const RegexOptions Lines = RegexOptions.Multiline | RegexOptions.CultureInvariant;
    private const string ControlZ = "\x1a";

    public static Platform Sros { get; } = new()
    {
        Name = "sros",
        Modes =
        [
            new("config", ModelDriven()) { LineAbove = ConfigureContext(), NeedsLineAbove = true },
            new("mdcli", ModelDriven()) { LineAbove = OperationalContext() },
            new("classic-config", ClassicConfigure()),
            new("classic", Classic()),
        ],
        Transitions =
        [
            new("mdcli", "config", "configure private") { Lock = new ModeLock(Locked(), Attempts: 3, TimeSpan.FromSeconds(10)) },
            new("config", "mdcli", ControlZ, new Dialog(DialogStatement.Line(Uncommitted(), "y"))) { IsKey = true },
            new("mdcli", "classic", "//"),
            new("classic", "mdcli", "//"),
            new("classic", "classic-config", "configure"),
            new("classic-config", "classic", ControlZ) { IsKey = true },
        ],
        CommandMode = "mdcli",
        ConfigureMode = "config",
        ConfigureComment = "#",
        PrepareCommands = ["environment console length 512", "environment console width 512", "environment more false"],
        ErrorPatterns = [Refused()],
        ConfigureErrorPatterns = [Refused()],
        Commit = new CommitRules
        {
            Confirmed = "confirmed {minutes}",
            Accept = "commit confirmed accept",
            Exclusive = new("mdcli", "config", "configure exclusive") { Lock = new ModeLock(Locked(), Attempts: 3, TimeSpan.FromSeconds(10)) },
            Comment = "comment \"{text}\"",
        },
        Ping = OtherReachability.SrosPing,
        Traceroute = OtherReachability.SrosTraceroute,
        Reload = new ReloadRules { Command = "admin reboot", Limit = TimeSpan.FromMinutes(15) },
        ShowConfiguration = "admin show configuration",
        LogoutCommand = "logout",
    };

    public static Platform Classical { get; } = Sros with
    {
        Name = "sros-classic",
        CommandMode = "classic",
        ConfigureMode = "classic-config",
        PrepareCommands = ["environment no more", "environment no saved-ind-prompt"],
        Commit = null,
        Ping = OtherReachability.SrosClassicPing,
        Traceroute = OtherReachability.SrosClassicTraceroute,
        ShowConfiguration = "admin display-config",
    };

    [GeneratedRegex(@"^\*?[A-D]:[\w.-]+@(?<host>[^@#\s]+)# ?$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex ModelDriven();

    [GeneratedRegex(@"^[*!]*(?:\[(?:ex|gl|pr|ro):/?[^\]]*\]|\((?:ex|gl|pr|ro)\)\[[^\]]*\])\s*$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex ConfigureContext();

    [GeneratedRegex(@"^[*!]*\[[^\]:]*\]\s*$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex OperationalContext();

    [GeneratedRegex(@"^\*?[A-D]:(?<host>[^@#$>\s]+)[#$] ?$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Classic();

    [GeneratedRegex(@"^\*?[A-D]:(?<host>[^@#$>\s]+)>config[^#$\s]*[#$] ?$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex ClassicConfigure();

    [GeneratedRegex(@"Discard uncommitted changes\? \[y,n\] ?$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Uncommitted();

    [GeneratedRegex(@"^(?:MINOR|MAJOR|CRITICAL): MGMT_CORE #\d+:[^\n]*(?:locked|exclusive)[^\n]*", Lines, Milliseconds)]
    private static partial Regex Locked();

    [GeneratedRegex(@"^(?:(?:MINOR|MAJOR|CRITICAL): |Error: )[^\n]*", Lines, Milliseconds)]
    private static partial Regex Refused();
}
