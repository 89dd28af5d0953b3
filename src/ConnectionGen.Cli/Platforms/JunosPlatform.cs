using System.Text.RegularExpressions;
using ConnectionGen.Cli.Dialogs;
using static ConnectionGen.Cli.Expecting.PatternLimits;

namespace ConnectionGen.Cli.Platforms;

/// <summary>Juniper Junos: <c>user@name&gt;</c>, a line such as <c>[edit]</c> above the prompt, and lines that wait for a commit.</summary>
internal static partial class JunosPlatform
{
    private const RegexOptions Lines = RegexOptions.Multiline | RegexOptions.CultureInvariant;
    private const string User = @"^(?:[\w.-]+@)?(?<host>[\w.-]+?)(?:-[Rr][Ee]\d+)?";

    public static Platform Junos { get; } = new()
    {
        Name = "junos",
        Modes =
        [
            new("shell", Shell()),
            new("config", Configure()) { LineAbove = Context() },
            new("enable", Enable()) { LineAbove = Context() },
        ],
        Transitions =
        [
            // a root login lands in the shell, and "exit" would log out there
            new("shell", "enable", "cli"),
            new("enable", "shell", "start shell"),
            new("enable", "config", "configure") { Lock = new ModeLock(Locked(), Attempts: 3, TimeSpan.FromSeconds(10)) },
            new("config", "enable", "exit", new Dialog(DialogStatement.Line(Uncommitted(), "yes"))) { Repeats = 20 },
        ],
        CommandMode = "enable",
        ConfigureMode = "config",
        ConfigureComment = "#",
        PrepareCommands = ["set cli screen-length 0", "set cli screen-width 0"],
        ErrorPatterns = [SyntaxError()],
        ConfigureErrorPatterns = [SyntaxError(), Refused()],
        Ping = OtherReachability.JunosPing,
        Traceroute = OtherReachability.JunosTraceroute,
        Copy = new CopyRules { Command = "file copy {source} {destination} {vrf} {options}", Vrf = "routing-instance {value}" },
        Reload = new ReloadRules { Command = "request system reboot", Limit = TimeSpan.FromMinutes(15) },
        ShowConfiguration = "show configuration",
        Bash = ShellWays.JunosBash,
        Commit = new CommitRules
        {
            Exclusive = new("enable", "config", "configure exclusive") { Lock = new ModeLock(Locked(), Attempts: 3, TimeSpan.FromSeconds(10)) },
            Confirmed = "confirmed {minutes}",
            Comment = "comment \"{text}\"",
            ErrorPatterns = [CommitFailed()],
            Abandon = ["top", "rollback 0"],
        },
    };

    [GeneratedRegex(User + @">\s*$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Enable();

    [GeneratedRegex(User + @"#\s*$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Configure();

    [GeneratedRegex(@"^(?:[\w.-]+@[\w.-]+:\S* ?[%#]|[\w.-]+@[\w.-]+%|%)\s*$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Shell();

    [GeneratedRegex(@"^(?:\{[\w-]+(?::[\w-]+)?\}(?:\[edit[^\]]*\])?|\[edit[^\]]*\])\s*$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Context();

    [GeneratedRegex(@"Exit with uncommitted changes\? \[yes,no\](?: \(\w+\))? ?$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Uncommitted();

    [GeneratedRegex(@"^error: configuration database locked by:?[^\n]*", Lines, Milliseconds)]
    private static partial Regex Locked();

    // output may quote an error; the device's own has a mark above it, or is all it says
    [GeneratedRegex(@"^ *\^ *\n(?:syntax error|unknown command|missing argument|invalid)[^\n]*|\Aerror: [^\n]*", Lines, Milliseconds)]
    private static partial Regex SyntaxError();

    [GeneratedRegex(@"^[^\n]*error: +(?:problem +checking +file:|configuration +check-out +failed)[^\n]*|^ *Users +currently +editing +the +configuration:[^\n]*|^error:[^\n]*", Lines, Milliseconds)]
    private static partial Regex Refused();

    [GeneratedRegex(@"^[^\n]*error: +(?:commit +failed|configuration +check-out +failed|remote)[^\n]*", Lines, Milliseconds)]
    private static partial Regex CommitFailed();
}
