using System.Text.RegularExpressions;
using ConnectionGen.Cli.Dialogs;
using static ConnectionGen.Cli.Expecting.PatternLimits;

namespace ConnectionGen.Cli.Platforms;

/// <summary>Cisco ASA: the name may be followed by context, unit and role.</summary>
internal static partial class AsaPlatform
{
    private const RegexOptions Lines = RegexOptions.Multiline | RegexOptions.CultureInvariant;
    private const string Host = @"^(?<host>[\w][\w.-]*)(?:/[\w.-]+){0,4}";

    private static readonly Dialog s_messages = new(
        DialogStatement.Line(Replication(), ""),
        DialogStatement.Line(ErrorReporting(), "A"));

    public static Platform Asa { get; } = new()
    {
        Name = "asa",
        Modes =
        [
            new("config", Configure()),
            new("enable", Enable()),
            new("disable", Disable()),
        ],
        Transitions =
        [
            new("disable", "enable", "enable"),
            new("enable", "disable", "disable"),
            new("enable", "config", "configure terminal", new Dialog(DialogStatement.Line(ErrorReporting(), "A"))),
            new("config", "enable", "end"),
        ],
        CommandMode = "enable",
        ConfigureMode = "config",
        ConfigureComment = "!",
        PrepareCommands = ["terminal pager 0"],
        LoginQuestions = UsualQuestions.Login.Then(s_messages),
        Questions = s_messages,
        ErrorPatterns = [Error(), Warning(), CiscoErrors.Invalid(), CiscoErrors.Incomplete(), CiscoErrors.Ambiguous()],
        ConfigureErrorPatterns = [Error(), CiscoErrors.Configure(), CiscoErrors.Incomplete(), CiscoErrors.Ambiguous()],
        Ping = CiscoReachability.AsaPing,
        Traceroute = CiscoReachability.AsaTraceroute,
        Copy = new CopyRules(),
        Reload = new ReloadRules(),
        ShowConfiguration = "show running-config",
    };

    [GeneratedRegex(Host + @">\s*$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Disable();

    [GeneratedRegex(Host + @"#\s*$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Enable();

    [GeneratedRegex(Host + @"\([^()\s]*(?:con|cfg|ipsec-profile)[^()\s]*\)#\s*$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Configure();

    [GeneratedRegex(@"(?:Beginning configuration replication: Sending to mate\.|End Configuration Replication to mate) ?$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Replication();

    [GeneratedRegex(@"enable anonymous error reporting[^\n]*\[A\]sk later:? ?$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex ErrorReporting();

    [GeneratedRegex(@"^(?:ERROR:|Removing [^\n]*failed)[^\n]*", Lines, Milliseconds)]
    private static partial Regex Error();

    // what a command warns of is not done; what a line of configuration warns of is
    [GeneratedRegex(@"^(?:WARNING:|\*+ WARNING \*+)[^\n]*", Lines, Milliseconds)]
    private static partial Regex Warning();
}
