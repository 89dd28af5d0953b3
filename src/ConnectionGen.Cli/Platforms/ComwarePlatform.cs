using System.Text.RegularExpressions;
using static ConnectionGen.Cli.Expecting.PatternLimits;

namespace ConnectionGen.Cli.Platforms;

/// <summary>H3C and HPE Comware: <c>&lt;name&gt;</c> for commands, <c>[name-view]</c> for the configuration.</summary>
internal static partial class ComwarePlatform
{
    private const RegexOptions Lines = RegexOptions.Multiline | RegexOptions.CultureInvariant;

    public static Platform Comware { get; } = new()
    {
        Name = "comware",
        Modes =
        [
            new("enable", UserView()),
            new("config", SystemView()),
        ],
        Transitions =
        [
            new("enable", "config", "system-view"),
            new("config", "enable", "return"),
        ],
        CommandMode = "enable",
        ConfigureMode = "config",
        PrepareCommands = ["screen-length disable"],
        LogoutCommand = "quit",
        ErrorPatterns = [Refused()],
        ConfigureErrorPatterns = [Refused()],
        Ping = OtherReachability.ComwarePing,
        Traceroute = OtherReachability.ComwareTraceroute,
        Reload = new ReloadRules { Command = "reboot" },
        ShowConfiguration = "display current-configuration",
    };

    [GeneratedRegex(@"^<(?<host>[^<>\s]+)>\s*$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex UserView();

    // where the name ends and the view begins only the device knows
    [GeneratedRegex(@"^\[[~*]?[^\[\]\s]+\]\s*$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex SystemView();

    [GeneratedRegex(@"^ *% ?(?:Unrecognized command|Incomplete command|Ambiguous command|Wrong parameter|Too many parameters|Invalid|Permission denied)[^\n]*", Lines | RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex Refused();
}
