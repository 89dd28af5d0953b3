using System.Text.RegularExpressions;
using static ConnectionGen.Cli.Expecting.PatternLimits;

namespace ConnectionGen.Cli.Platforms;

/// <summary>What command lines of the IOS kind say when they refuse.</summary>
internal static partial class CiscoErrors
{
    private const RegexOptions Lines = RegexOptions.Multiline | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^%\s*(?:Invalid (?:command|input)|String is invalid)[^\n]*", Lines | RegexOptions.IgnoreCase, Milliseconds)]
    public static partial Regex Invalid();

    [GeneratedRegex(@"^%\s*(?:Incomplete (?:command|input)|Command incomplete)[^\n]*|^Incomplete command[^\n]*", Lines | RegexOptions.IgnoreCase, Milliseconds)]
    public static partial Regex Incomplete();

    [GeneratedRegex(@"^%\s*Ambiguous (?:command|input)[^\n]*", Lines | RegexOptions.IgnoreCase, Milliseconds)]
    public static partial Regex Ambiguous();

    [GeneratedRegex(@"^%\s*(?:\[\w+\]\s*)?Unknown command[^\n]*", Lines, Milliseconds)]
    public static partial Regex Unknown();

    [GeneratedRegex(@"^(?:% (?:Unrecognized host or address|Bad IP address or host name)|Error: Could not open file|Unable to deactivate Capture)[^\n]*", Lines, Milliseconds)]
    public static partial Regex Refused();

    [GeneratedRegex(@"^%\s*Invalid (?:command|input|number|address)[^\n]*|^% ?(?:Insertion failed|Class-map \S+ is being used|Failed to (?:commit|add ace)|OSPF: Please enable|Configuring IP routing on a LAN)[^\n]*|^%ERROR:[^\n]*|^%\s*\S+ overlaps with[^\n]*|^Insufficient bandwidth[^\n]*|^BGP is already running[^\n]*", Lines | RegexOptions.IgnoreCase, Milliseconds)]
    public static partial Regex Configure();
}
