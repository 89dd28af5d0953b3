using System.Text.RegularExpressions;
using static ConnectionGen.Cli.Expecting.PatternLimits;

namespace ConnectionGen.Cli.Platforms;

/// <summary>A shell's prompt can be anything; what most end in is what is looked for, and what has been seen counts for more.</summary>
internal static partial class LinuxPrompts
{
    [GeneratedRegex(@"(?:^|[^-\s])(?:\S* ?)[$#>%~\]] ?$", RegexOptions.CultureInvariant, Milliseconds)]
    public static partial Regex Shell();

    [GeneratedRegex(@"^[^\n]*(?:command not found|No such file or directory|is not in the sudoers file)[^\n]*", RegexOptions.Multiline | RegexOptions.CultureInvariant, Milliseconds)]
    public static partial Regex Errors();
}
