using System.Text.RegularExpressions;
using static ConnectionGen.Cli.Expecting.PatternLimits;

namespace ConnectionGen.Cli.Platforms;

/// <summary>What devices of all makes say where a ping or a traceroute cannot even begin.</summary>
internal static partial class ReachabilityErrors
{
    public static IReadOnlyList<Regex> All { get; } = [NotSent()];

    [GeneratedRegex(
        @"^[^\n]*(?:DSCP[^\n]*does not match any topology|Bad (?:IP address|context)|Ping transmit failed|Invalid (?:vrf|input)|Unable to find|IP routing table [^\n]*does not exist|Unknown protocol -|Failed to resolve|unknown host|bad address|Name or service not known|Temporary failure in name resolution|Network is unreachable|can't find [^\n]*address|[Oo]peration not permitted|does not exist or is not configured)[^\n]*",
        RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex NotSent();
}
