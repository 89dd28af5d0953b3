using System.Text.RegularExpressions;
using static ConnectionGen.Cli.Expecting.PatternLimits;

namespace ConnectionGen.Cli.Platforms;

/// <summary>The platforms that have two supervisors.</summary>
internal static partial class Supervisors
{
    private const RegexOptions Lines = RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    public static RedundancyRules Ios { get; } = new()
    {
        Show = "show redundancy states",
        Own = IosOwn(),
        Peer = IosPeer(),
        Mode = IosMode(),
        Ready = IosReady(),
        Switchover = "redundancy force-switchover",
        ResetStandby = "redundancy reload peer",
    };

    public static RedundancyRules Nxos { get; } = new()
    {
        Show = "show system redundancy status",
        Own = NxosOwn(),
        Peer = NxosPeer(),
        Mode = NxosMode(),
        Ready = NxosReady(),
        Switchover = "system switchover",
    };

    public static RedundancyRules IosXr { get; } = new()
    {
        Show = "show redundancy",
        Own = XrOwn(),
        Peer = XrPeer(),
        Ready = XrReady(),
        Switchover = "redundancy switchover",
    };

    public static RedundancyRules Eos { get; } = new()
    {
        Show = "show redundancy status",
        Own = EosOwn(),
        Peer = EosPeer(),
        Mode = EosMode(),
        Ready = EosReady(),
    };

    [GeneratedRegex(@"^\s*my state = \d+\s*-(?<state>[^\n]+?)\s*$", Lines, Milliseconds)]
    private static partial Regex IosOwn();

    [GeneratedRegex(@"^\s*peer state = \d+\s*-(?<state>[^\n]+?)\s*$", Lines, Milliseconds)]
    private static partial Regex IosPeer();

    [GeneratedRegex(@"^\s*Redundancy Mode \(Operational\) = (?<mode>[^\n]+?)\s*$", Lines, Milliseconds)]
    private static partial Regex IosMode();

    [GeneratedRegex(@"^\s*(my|peer) state = \d+\s*-STANDBY HOT\b", Lines, Milliseconds)]
    private static partial Regex IosReady();

    [GeneratedRegex(@"^This supervisor[^\n]*\n-*\n\s*Redundancy state:\s+(?<state>[^\n]+?)\s*$", Lines, Milliseconds)]
    private static partial Regex NxosOwn();

    [GeneratedRegex(@"^Other supervisor[^\n]*\n-*\n\s*Redundancy state:[^\n]*\n\s*Supervisor state:\s+(?<state>[^\n]+?)\s*$", Lines, Milliseconds)]
    private static partial Regex NxosPeer();

    [GeneratedRegex(@"^\s*operational:\s+(?<mode>[^\n]+?)\s*$", Lines, Milliseconds)]
    private static partial Regex NxosMode();

    [GeneratedRegex(@"^(This|Other) supervisor[^\n]*\n-*\n\s*Redundancy state:\s+Standby\s*\n\s*Supervisor state:\s+HA standby", Lines, Milliseconds)]
    private static partial Regex NxosReady();

    [GeneratedRegex(@"^Node \S+ is in (?<state>[^\n]+?) role", Lines, Milliseconds)]
    private static partial Regex XrOwn();

    [GeneratedRegex(@"^(Node Redundancy )?Partner (node )?\([^)]*\) is in (?<state>[^\n]+?) role", Lines, Milliseconds)]
    private static partial Regex XrPeer();

    [GeneratedRegex(@"^Standby node in \S+ is (NSR-)?ready", Lines, Milliseconds)]
    private static partial Regex XrReady();

    [GeneratedRegex(@"^\s*my state = (?<state>[^\n]+?)\s*$", Lines, Milliseconds)]
    private static partial Regex EosOwn();

    [GeneratedRegex(@"^\s*peer state = (?<state>[^\n]+?)\s*$", Lines, Milliseconds)]
    private static partial Regex EosPeer();

    [GeneratedRegex(@"^\s*Redundancy Protocol \(Operational\) = (?<mode>[^\n]+?)\s*$", Lines, Milliseconds)]
    private static partial Regex EosMode();

    [GeneratedRegex(@"^\s*(my|peer) state = STANDBY (HOT|WARM)\b", Lines, Milliseconds)]
    private static partial Regex EosReady();
}
