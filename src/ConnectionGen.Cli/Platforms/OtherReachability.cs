namespace ConnectionGen.Cli.Platforms;

/// <summary>Ping and traceroute on command lines of other kinds.</summary>
internal static class OtherReachability
{
    private const string CtrlC = "\x03";

    public static PingRules LinuxPing { get; } = new()
    {
        Command = "{vrf} ping {options} {address}",
        Vrf = "ip vrf exec {value}",
        UsualCount = 5,
        Count = "-c {value}",
        Size = "-s {value}",
        Wait = "-W {value}",
        Source = "-I {value}",
        TimeToLive = "-t {value}",
        TypeOfService = "-Q {value}",
        DontFragment = "-M do",
        Pattern = "-p {value}",
        Interrupt = CtrlC,
        ErrorPatterns = ReachabilityErrors.All,
    };

    public static TracerouteRules LinuxTraceroute { get; } = new()
    {
        Command = "{vrf} traceroute {options} {address}",
        Vrf = "ip vrf exec {value}",
        Source = "-s {value}",
        Numeric = "-n",
        Probes = "-q {value}",
        Wait = "-w {value}",
        Hops = "-f {first} -m {last}",
        Port = "-p {value}",
        Interrupt = CtrlC,
        ErrorPatterns = ReachabilityErrors.All,
    };

    /// <summary>vtysh hands the address alone to the system's own program, which goes on until it is interrupted.</summary>
    public static PingRules FrrPing { get; } = new() { Command = "ping {address}", UsualCount = 5, IsEndless = true, Interrupt = CtrlC, ErrorPatterns = ReachabilityErrors.All };

    public static TracerouteRules FrrTraceroute { get; } = new() { Command = "traceroute {address}", Interrupt = CtrlC, ErrorPatterns = ReachabilityErrors.All };

    public static PingRules EosPing { get; } = CiscoReachability.Ping with { Validate = null, Pattern = null, Dialog = null, Interrupt = CtrlC };

    public static TracerouteRules EosTraceroute { get; } = new() { Vrf = "vrf {value}", Source = "source {value}", Interrupt = CtrlC, ErrorPatterns = ReachabilityErrors.All };

    public static PingRules JunosPing { get; } = new()
    {
        Command = "ping {address} {options} {vrf}",
        UsualCount = 5,
        Vrf = "routing-instance {value}",
        Count = "count {value}",
        Size = "size {value}",
        Wait = "wait {value}",
        Source = "source {value}",
        TimeToLive = "ttl {value}",
        TypeOfService = "tos {value}",
        DontFragment = "do-not-fragment",
        Verbose = "verbose",
        Pattern = "pattern {value}",
        Interrupt = CtrlC,
        ErrorPatterns = ReachabilityErrors.All,
    };

    public static TracerouteRules JunosTraceroute { get; } = new()
    {
        Command = "traceroute {address} {options} {vrf}",
        Vrf = "routing-instance {value}",
        Source = "source {value}",
        Numeric = "no-resolve",
        Wait = "wait {value}",
        Hops = "ttl {last}",
        Interrupt = CtrlC,
        ErrorPatterns = ReachabilityErrors.All,
    };

    public static PingRules SrosPing { get; } = new()
    {
        Command = "ping {address} {options} {vrf}",
        Vrf = "router-instance {value}",
        Count = "count {value}",
        Size = "size {value}",
        Wait = "timeout {value}",
        Source = "source-address {value}",
        TimeToLive = "ttl {value}",
        TypeOfService = "tos {value}",
        DontFragment = "do-not-fragment",
        Pattern = "pattern {value}",
        Interrupt = CtrlC,
        ErrorPatterns = ReachabilityErrors.All,
    };

    public static PingRules SrosClassicPing { get; } = SrosPing with { Vrf = "router {value}", Source = "source {value}" };

    public static TracerouteRules SrosTraceroute { get; } = new()
    {
        Command = "traceroute {address} {options} {vrf}",
        Vrf = "router-instance {value}",
        Source = "source-address {value}",
        Hops = "ttl {last}",
        Interrupt = CtrlC,
        ErrorPatterns = ReachabilityErrors.All,
    };

    public static TracerouteRules SrosClassicTraceroute { get; } = SrosTraceroute with { Vrf = "router {value}", Source = "source {value}", Numeric = "no-dns" };

    public static PingRules ComwarePing { get; } = new()
    {
        Command = "ping {options} {vrf} {address}",
        Command6 = "ping ipv6 {options} {vrf} {address}",
        Vrf = "-vpn-instance {value}",
        Count = "-c {value}",
        Size = "-s {value}",
        Wait = "-t {milliseconds}",
        Source = "-a {value}",
        TimeToLive = "-h {value}",
        TypeOfService = "-tos {value}",
        DontFragment = "-f",
        Interrupt = CtrlC,
        ErrorPatterns = ReachabilityErrors.All,
    };

    public static TracerouteRules ComwareTraceroute { get; } = new()
    {
        Command = "tracert {options} {vrf} {address}",
        Vrf = "-vpn-instance {value}",
        Source = "-a {value}",
        Probes = "-q {value}",
        Hops = "-f {first} -m {last}",
        Port = "-p {value}",
        Interrupt = CtrlC,
        ErrorPatterns = ReachabilityErrors.All,
    };
}
