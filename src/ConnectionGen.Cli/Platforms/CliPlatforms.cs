namespace ConnectionGen.Cli.Platforms;

/// <summary>The platforms that come with the library. A device's <c>os</c>, <c>platform</c> or <c>model</c> chooses one by its name.</summary>
public static class CliPlatforms
{
    /// <summary>A command line of the IOS kind of which nothing else is known.</summary>
    public static Platform Generic => GenericPlatform.Generic;

    /// <summary>Cisco IOS.</summary>
    public static Platform Ios => IosPlatform.Ios;

    /// <summary>Cisco IOS XE.</summary>
    public static Platform IosXe => IosXePlatform.IosXe;

    /// <summary>Cisco IOS XE under SD-WAN control: <c>config-transaction</c>, and a commit.</summary>
    public static Platform SdWan => IosXePlatform.SdWan;

    /// <summary>Cisco IOS XR.</summary>
    public static Platform IosXr => IosXrPlatform.IosXr;

    /// <summary>Cisco NX-OS; a commit that is asked for goes through <c>configure dual-stage</c>.</summary>
    public static Platform Nxos => NxosPlatform.Nxos;

    /// <summary>Arista EOS; a commit that is asked for goes through a configuration session.</summary>
    public static Platform Eos => EosPlatform.Eos;

    /// <summary>Juniper Junos.</summary>
    public static Platform Junos => JunosPlatform.Junos;

    /// <summary>A shell on Linux.</summary>
    public static Platform Linux => LinuxPlatform.Linux;

    /// <summary>Nokia SR OS, with its model-driven command line.</summary>
    public static Platform Sros => SrosPlatform.Sros;

    /// <summary>Nokia SR OS, with its classic command line: <c>sros-classic</c>.</summary>
    public static Platform SrosClassic => SrosPlatform.Classical;

    /// <summary>Cisco ASA.</summary>
    public static Platform Asa => AsaPlatform.Asa;

    /// <summary>H3C and HPE Comware.</summary>
    public static Platform Comware => ComwarePlatform.Comware;

    /// <summary>FRRouting, through vtysh or a daemon's own Telnet line.</summary>
    public static Platform Frr => FrrPlatform.Frr;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Platform> All { get; } =
        [Generic, Ios, IosXe, SdWan, IosXr, Nxos, Eos, Junos, Linux, Sros, SrosClassic, Asa, Comware, Frr];
}
