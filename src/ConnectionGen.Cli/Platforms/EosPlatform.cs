using System.Text.RegularExpressions;
using static ConnectionGen.Cli.Expecting.PatternLimits;

namespace ConnectionGen.Cli.Platforms;

/// <summary>Arista EOS. Lines are taken at once, or in a configuration session where a commit is asked for.</summary>
internal static partial class EosPlatform
{
    private const RegexOptions Lines = RegexOptions.Multiline | RegexOptions.CultureInvariant;

    public static Platform Eos { get; } = new()
    {
        Name = "eos",
        Modes =
        [
            new("config-session", ConfigureSession()),
            .. GenericPlatform.Modes.Where(static mode => mode.Name != "rommon"),
            new("shell", Shell()),
        ],
        Transitions =
        [
            new("disable", "enable", "enable"),
            new("enable", "disable", "disable"),
            new("enable", "config", "configure terminal") { Lock = GenericPlatform.ConfigureLock },
            new("config", "enable", "end"),
            new("enable", "config-session", "configure session"),
            new("config-session", "enable", "end"),
            new("enable", "shell", "bash"),
            new("shell", "enable", "exit"),
        ],
        CommandMode = "enable",
        ConfigureMode = "config",
        ConfigureComment = "!",
        PrepareCommands = ["terminal length 0", "terminal width 32767"],
        PrepareConfigureLines = ["no logging console"],
        ErrorPatterns = [CiscoErrors.Invalid(), CiscoErrors.Incomplete(), CiscoErrors.Ambiguous(), CiscoErrors.Refused(), Refused()],
        ConfigureErrorPatterns = [CiscoErrors.Configure(), CiscoErrors.Incomplete(), CiscoErrors.Ambiguous(), Refused()],
        Ping = OtherReachability.EosPing,
        Traceroute = OtherReachability.EosTraceroute,
        Copy = new CopyRules(),
        Reload = new ReloadRules(),
        ShowConfiguration = "show running-config",
        Bash = ShellWays.EosBash,
        Redundancy = Supervisors.Eos,
        Commit = new CommitRules { IsUsual = false, Mode = "config-session", Confirmed = "timer {time}", Abandon = ["abort"] },
    };

    [GeneratedRegex(CiscoPrompts.Host + @"\(config-s-[^()\s]*\)#\s*$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex ConfigureSession();

    [GeneratedRegex(@"^(?:\[[\w.-]+@[\w.-]+ [^\]]*\]|bash-[\d.]+)[$#]\s*$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Shell();

    [GeneratedRegex(@"^% ?(?:Error|Unavailable command|Internal error|Cannot|Failed|Command not permitted|Permission denied)\b[^\n]*", Lines | RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex Refused();
}
