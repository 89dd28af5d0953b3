using System.Text.RegularExpressions;
using static ConnectionGen.Cli.Expecting.PatternLimits;

namespace ConnectionGen.Cli.Platforms;

/// <summary>Ping and traceroute on command lines of the IOS kind.</summary>
internal static partial class CiscoReachability
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    private static readonly PingQuestion[] s_questions =
    [
        new(PingField.Protocol, Protocol()),
        new(PingField.Vrf, Vrf()),
        new(PingField.Address, Address()),
        new(PingField.Count, Count()),
        new(PingField.Size, Size()),
        new(PingField.Wait, Wait()),
        new(PingField.Extended, Extended()),
        new(PingField.Source, Source()),
        new(PingField.Dscp, Dscp()),
        new(PingField.TypeOfService, TypeOfService()),
        new(PingField.DontFragment, DontFragment()),
        new(PingField.Validate, Validate()),
        new(PingField.Pattern, Pattern()),
        new(PingField.TimeToLive, TimeToLive()),
        new(PingField.Show, Show()),
        new(PingField.SweepFrom, SweepFrom()),
        new(PingField.SweepTo, SweepTo()),
        new(PingField.SweepStep, SweepStep()),
        new(PingField.Sweep, Sweep()),
    ];

    public static PingRules Ping { get; } = new()
    {
        Vrf = "vrf {value}",
        Count = "repeat {value}",
        Size = "size {value}",
        Wait = "timeout {value}",
        Source = "source {value}",
        DontFragment = "df-bit",
        Validate = "validate",
        Pattern = "data {value}",
        Dialog = new("ping {vrf}", s_questions),
        ErrorPatterns = ReachabilityErrors.All,
    };

    public static PingRules XrPing { get; } = Ping with { Count = "count {value}", DontFragment = "donotfrag", Pattern = "pattern {value}", Verbose = "verbose" };

    public static PingRules NxosPing { get; } = Ping with
    {
        Command = "ping {address} {options} {vrf}",
        Command6 = "ping6 {address} {options} {vrf}",
        Count = "count {value}",
        Size = "packet-size {value}",
        Validate = null,
        Pattern = null,
        Dialog = new("ping", s_questions),
        Interrupt = "\x03",
    };

    public static PingRules AsaPing { get; } = Ping with { Vrf = null, Source = null, DontFragment = null };

    public static TracerouteRules Traceroute { get; } = new()
    {
        Vrf = "vrf {value}",
        Source = "source {value}",
        Numeric = "numeric",
        Probes = "probe {value}",
        Wait = "timeout {value}",
        Hops = "ttl {first} {last}",
        Port = "port {value}",
        ErrorPatterns = ReachabilityErrors.All,
    };

    public static TracerouteRules XrTraceroute { get; } = Traceroute with { Hops = "minttl {first} maxttl {last}" };

    public static TracerouteRules NxosTraceroute { get; } = new()
    {
        Command = "traceroute {address} {vrf} {options}",
        Interrupt = "\x03",
        Vrf = "vrf {value}",
        Source = "source {value}",
        ErrorPatterns = ReachabilityErrors.All,
    };

    public static TracerouteRules AsaTraceroute { get; } = Traceroute with { Vrf = null };

    [GeneratedRegex(@"^Protocol \[[^\]]*\]: ?$", Options, Milliseconds)]
    private static partial Regex Protocol();

    [GeneratedRegex(@"^Vrf(?: context to use)? ?\[[^\]]*\] ?: ?$", Options, Milliseconds)]
    private static partial Regex Vrf();

    [GeneratedRegex(@"^Target (?:IP|IPv6|CLNS)? ?address[^:]*: ?$", Options, Milliseconds)]
    private static partial Regex Address();

    [GeneratedRegex(@"^Repeat count \[[^\]]*\]: ?$", Options, Milliseconds)]
    private static partial Regex Count();

    [GeneratedRegex(@"^(?:Datagram size|Packet-size) \[[^\]]*\]: ?$", Options, Milliseconds)]
    private static partial Regex Size();

    [GeneratedRegex(@"^Timeout in seconds \[[^\]]*\]: ?$", Options, Milliseconds)]
    private static partial Regex Wait();

    [GeneratedRegex(@"^Extended commands\?? \[[^\]]*\] ?: ?$", Options, Milliseconds)]
    private static partial Regex Extended();

    [GeneratedRegex(@"^Source address(?: or interface)? ?(?:\[[^\]]*\])? ?: ?$", Options, Milliseconds)]
    private static partial Regex Source();

    [GeneratedRegex(@"^DSCP Value \[[^\]]*\]: ?$", Options, Milliseconds)]
    private static partial Regex Dscp();

    [GeneratedRegex(@"^Type of service \[[^\]]*\]: ?$", Options, Milliseconds)]
    private static partial Regex TypeOfService();

    [GeneratedRegex(@"^Set DF bit in IP header\??(?: \[[^\]]*\])? ?: ?$", Options, Milliseconds)]
    private static partial Regex DontFragment();

    [GeneratedRegex(@"^Validate reply data\?(?: \[[^\]]*\])? ?: ?$", Options, Milliseconds)]
    private static partial Regex Validate();

    [GeneratedRegex(@"^Data pattern \[[^\]]*\]: ?$", Options, Milliseconds)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"^Time to live \[[^\]]*\]: ?$", Options, Milliseconds)]
    private static partial Regex TimeToLive();

    [GeneratedRegex(@"^Loose, Strict, Record, Timestamp, Verbose ?\[(?<chosen>[^\]]*)\]: ?$", Options, Milliseconds)]
    private static partial Regex Show();

    [GeneratedRegex(@"^Sweep min size \[[^\]]*\]: ?$", Options, Milliseconds)]
    private static partial Regex SweepFrom();

    [GeneratedRegex(@"^Sweep max size \[[^\]]*\]: ?$", Options, Milliseconds)]
    private static partial Regex SweepTo();

    [GeneratedRegex(@"^Sweep interval \[[^\]]*\]: ?$", Options, Milliseconds)]
    private static partial Regex SweepStep();

    [GeneratedRegex(@"^Sweep range of sizes\?? \[[^\]]*\] ?: ?$", Options, Milliseconds)]
    private static partial Regex Sweep();
}
