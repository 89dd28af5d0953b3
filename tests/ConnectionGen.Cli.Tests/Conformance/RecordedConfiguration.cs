namespace ConnectionGen.Cli.Tests.Conformance;

/// <summary>A change of the configuration of a recorded device.</summary>
/// <param name="Folder">The folder of data.</param>
/// <param name="Os">The testbed's <c>os</c>.</param>
/// <param name="State">The state that the device begins in.</param>
/// <param name="Mode">The mode at the beginning and the end.</param>
/// <param name="Lines">The lines.</param>
/// <param name="Typed">All that is to be typed, the way in and out included.</param>
/// <param name="Refused">The line that the device refuses; null for none.</param>
internal sealed record RecordedConfiguration(string Folder, string Os, string State, string Mode, string Lines, string Typed, string? Refused = null)
{
    public CommitOptions? Commit { get; init; }

    public static IReadOnlyList<RecordedConfiguration> All { get; } =
    [
        new("ios", "ios", "enable", "enable", "no logging console|line vty 0 4|exec-timeout 0", "configure terminal|no logging console|line vty 0 4|exec-timeout 0|end"),
        new("generic", "iosxe", "iosxe_enable", "enable", "line console 0|exec-timeout 0", "configure terminal|line console 0|exec-timeout 0|end"),
        new("generic", "sdwan", "iosxe_enable3", "enable", "no logging console", "config-transaction|no logging console|commit|end"),
        new("generic", "sdwan", "iosxe_enable3", "enable", "no logging console|exec-timeout 0", "config-transaction|no logging console|exec-timeout 0|abort|end", "exec-timeout 0"),
        new("iosxe", "iosxe", "enable_cat3k", "enable", "line vty 0 4|exec-timeout 0", "configure terminal|line vty 0 4|exec-timeout 0|end"),
        new("iosxr", "iosxr", "ncs5k_enable", "enable", "clock timezone UTC 0 0|line console|exec-timeout 0 0", "configure terminal|clock timezone UTC 0 0|line console|exec-timeout 0 0|commit|end"),
        new("iosxr", "iosxr", "ncs5k_enable_vty", "enable", "line default", "configure terminal|line default|commit|end"),
        new("nxos", "nxos", "exec", "enable", "line console|exec-timeout 0|terminal width 511", "configure terminal|line console|exec-timeout 0|terminal width 511|end"),
        new("nxos", "nxos", "exec", "enable", "feature isis", "configure dual-stage|feature isis|commit|end") { Commit = new CommitOptions() },
        new("nxos", "nxos", "exec", "enable", "b", "configure terminal|b|end", "b"),
        new("nxos", "nxos", "exec", "enable", "boot", "configure terminal|boot|end", "boot"),
        new("eos", "eos", "enable", "enable", "no logging console", "configure terminal|no logging console|end"),
        new("junos", "junos", "exec", "enable", "something|set snmp health-monitor", "configure|something|set snmp health-monitor|commit|exit"),
        new("junos", "junos", "exec3", "enable", "", "configure|commit|top|rollback 0|exit", "commit") { Commit = new CommitOptions() },
        new("junos", "junos", "exec4", "enable", "", "configure|commit|top|rollback 0|exit", "commit") { Commit = new CommitOptions() },
        new("junos", "junos-sync", "exec5", "enable", "", "configure|commit synchronize|top|rollback 0|exit", "commit synchronize") { Commit = new CommitOptions() },
        new("sros", "sros", "mdcli_execute", "mdcli", "router interface coreloop ipv4 primary address 2.2.2.2 prefix-length 32",
            "configure private|router interface coreloop ipv4 primary address 2.2.2.2 prefix-length 32|commit|y", "commit"),
        new("sros", "sros-classic", "classiccli_execute", "classic", "lag 800|mode hybrid|access|adapt-qos link", "configure|lag 800|mode hybrid|access|adapt-qos link"),
        new("asa", "asa", "asa_enable", "enable", "terminal pager 0", "configure terminal|terminal pager 0|end"),
        new("asa", "asa", "asa_enable_pri_act", "enable", "terminal pager 0", "configure terminal|terminal pager 0|end"),
    ];

    public override string ToString() => $"{Folder} {State} as {Os}: {Lines}";
}
