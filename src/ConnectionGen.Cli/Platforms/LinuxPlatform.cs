using System.Text.RegularExpressions;
using static ConnectionGen.Cli.Expecting.PatternLimits;

namespace ConnectionGen.Cli.Platforms;

/// <summary>A shell on Linux. Its prompt can be anything; what most end in is what is looked for, and what has been seen counts for more.</summary>
internal static partial class LinuxPlatform
{
    public static Platform Linux { get; } = new()
    {
        Name = "linux",
        Modes = [new("shell", Shell())],
        CommandMode = "shell",
        UsesOwnAccount = true,
        RecoveryKeys = ["\r", "\x03", "\r"],
        SudoQuestion = Sudo(),
        ErrorPatterns = [Errors()],
        Ping = OtherReachability.LinuxPing,
        Traceroute = OtherReachability.LinuxTraceroute,
    };

    // also those of appliances: "admin:", "user@host:~/", "(host)~ : "
    [GeneratedRegex(@"(?:^|[^-\s])(?:\S* ?)[$#>%~\]] ?$|^[\w.-]+@[\w.-]+:\S*/ ?$|^admin: ?$|^\([\w.-]+\)\S* : $", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Shell();

    [GeneratedRegex(@"^\[sudo\] [Pp]assword for [^\n:]+: ?$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Sudo();

    [GeneratedRegex(@"^[^\n]*(?:command not found|No such file or directory|is not in the sudoers file)[^\n]*", RegexOptions.Multiline | RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Errors();
}
