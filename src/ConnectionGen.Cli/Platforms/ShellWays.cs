using System.Text.RegularExpressions;
using ConnectionGen.Cli.Dialogs;
using static ConnectionGen.Cli.Expecting.PatternLimits;

namespace ConnectionGen.Cli.Platforms;

/// <summary>The shells of the platforms that have some.</summary>
internal static partial class ShellWays
{
    public static ShellRules IosXeBash { get; } = new("shell", "request platform software system shell {value}") { Dialog = new Dialog(DialogStatement.Line(Continue(), "y")) };

    public static ShellRules IosXeGuest { get; } = new("guestshell", "guestshell run bash") { Switch = new ShellSwitch("guestshell enable") { NotYet = Changing() } };

    public static ShellRules NxosBash { get; } = new("shell", "run bash {value}") { Switch = new ShellSwitch("feature bash-shell") { IsConfiguration = true } };

    public static ShellRules NxosGuest { get; } = new("guestshell", "guestshell")
    {
        Switch = new ShellSwitch("guestshell enable") { NotYet = Changing(), Show = "show guestshell | i State", IsOn = Activated() },
    };

    public static ShellRules NxosModule { get; } = new("module", "attach module {value}");

    public static ShellRules IosXrBash { get; } = new("run", "run");

    public static ShellRules EosBash { get; } = new("shell", "bash");

    public static ShellRules JunosBash { get; } = new("shell", "start shell");

    [GeneratedRegex(@"(?:Are you sure you want to continue|Continue)\?[^\n]*[\])]:? ?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex Continue();

    [GeneratedRegex(@"currently (?:activating|deactivating)|please retry", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex Changing();

    [GeneratedRegex(@"State\s*:\s*Activated", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Activated();
}
