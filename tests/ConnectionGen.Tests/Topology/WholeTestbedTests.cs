using System.Net;

namespace ConnectionGen.Tests.Topology;

/// <summary>A file with every key of the format compiles and loads, and every key can be read.</summary>
public sealed class WholeTestbedTests : IDisposable
{
    private readonly Whole _lab = Whole.Load();

    private DeviceDescription Pe1 => _lab.Pe1.Description;

    public void Dispose() => _lab.Dispose();

    [Fact, Behaviour("TB-01")]
    public void It_loads_without_a_word_of_doubt() => Assert.Equal([], _lab.Description.Problems.Where(static problem => problem.Severity != TestbedFiles.ProblemSeverity.Info));

    [Fact, Behaviour("TB-02", "TB-03")]
    public void The_last_file_of_extends_is_the_base_and_the_ones_before_it_stand_above()
        => Assert.Equal(("core", "nxos", "nexus9000", "p"), (_lab.P1.DeviceAlias, _lab.P1.Os, _lab.P1.Description.Series, _lab.P1.Role));

    [Fact, Behaviour("TB-05", "TB-06", "TB-12")]
    public void The_testbeds_own_keys()
    {
        Assert.Equal(("whole", "site-a", "labs.Testbed"), (_lab.Name, _lab.Alias, _lab.Description.Class));
        Assert.Equal(("lab.example", 9000), (_lab.Description.Network["domain"].Text, _lab.Description.Network["mtu"].ToInt32()));
        Assert.Equal("Basel", _lab.Custom["sites"]["b"]["city"].Text);
        Assert.Equal("unnamed", Testbed.Parse("testbed: {name: unnamed}\ndevices: {}").Alias);
    }

    [Fact, Behaviour("TB-07")]
    public void How_a_login_looks()
    {
        Assert.Equal(("Username:", "Password:", "operator"), (_lab.Description.Tacacs.LoginPrompt, _lab.Description.Tacacs.PasswordPrompt, _lab.Description.Tacacs.Username));
        var plain = Testbed.Parse("devices: {r1: {os: ios}}");
        Assert.Equal(("login:", "Password:", Environment.UserName), (plain.Description.Tacacs.LoginPrompt, plain.Description.Tacacs.PasswordPrompt, plain.Description.Tacacs.Username));
    }

    [Fact, Behaviour("TB-16")]
    public void A_device_has_what_the_testbed_says_key_by_key()
    {
        Assert.Equal(("Username:", "Secret:", "operator"), (Pe1.Tacacs.LoginPrompt, Pe1.Tacacs.PasswordPrompt, Pe1.Tacacs.Username));
        Assert.Equal(("pe", "l"), (Pe1.Credentials["enable"].Password?.Reveal(), Pe1.Credentials["line"].Password?.Reveal()));
    }

    [Fact, Behaviour("TB-08", "TB-09")]
    public void Credentials_and_the_older_passwords()
    {
        var credentials = _lab.Description.Credentials;
        Assert.Equal(("admin", "p", "e"), (credentials["default"].Username, credentials["default"].Password?.Reveal(), credentials["default"]["enable_password"]?.Reveal()));
        Assert.Equal(("e", "l", "x"), (credentials["enable"].Password?.Reveal(), credentials["line"].Password?.Reveal(), credentials["linux"].Password?.Reveal()));
    }

    [Fact, Behaviour("TB-10", "CR-03")]
    public void Servers()
    {
        Assert.Equal(["images", "clock"], _lab.Servers.Keys);
        var images = _lab.Servers["images"];
        Assert.Equal(("linux", "images.lab.example", "192.0.2.20", "vm", "tftp", 69), (images.Os, images.Host, images.Address, images.Type, images.Protocol, images.Port));
        Assert.Equal(("/images", "192.0.2.0/24", TimeSpan.FromSeconds(30), true), (images.Path, images.Subnet, images.Timeout, images.IsDynamic));
        Assert.Equal(["192.0.2.20", "2001:db8::20"], images.Addresses);
        Assert.Equal(("tftp", "s"), (images.Credentials["default"].Username, images.Credentials["default"].Password?.Reveal()));
        Assert.Equal(("A1", "images"), (images.Custom["rack"].Text, images.ToString()));
        Assert.Equal(["192.0.2.21"], _lab.Servers["clock"].Addresses);
        Assert.Equal(("ntp", "rescue"), (_lab.Servers["clock"].Credentials["default"].Username, _lab.Servers["clock"].Credentials["backup"].Username));
    }

    [Fact, Behaviour("TB-11")]
    public void Services_of_a_server()
    {
        var copy = _lab.Servers["images"].Services["copy"];
        Assert.Equal(("copy", "file", "boot", "tftp", 6969), (copy.Name, copy.Type, copy.Logical, copy.Protocol, copy.Port));
        Assert.Equal(("udp", "2", "atftpd", "copier", 1), (copy.Transport, copy.Version, copy.Application, copy.Username, copy.Order));
        Assert.Empty(_lab.Servers["clock"].Services);
    }

    [Fact, Behaviour("TB-13", "TB-15", "TB-33")]
    public void The_keys_of_a_device()
    {
        Assert.Equal(("uut", "labs.Device", "router", "4711", "west", "pe", "dual_rp"), (Pe1.DeviceAlias, Pe1.Class, Pe1.Type, Pe1.DeviceId, Pe1.Region, Pe1.Role, Pe1.ChassisType));
        Assert.Equal(("iosxr", "lindt", "24.2.1", "asr9k", "asr9k", "edge"), (Pe1.Os, Pe1.OsFlavor, Pe1.Version, Pe1.Series, Pe1.Platform, Pe1.PlatformAlias));
        Assert.Equal(("ASR-9006", "small", "AC", "ASR-9006-AC"), (Pe1.Model, Pe1.ModelAlias, Pe1.Submodel, Pe1.Pid));
        Assert.Equal((2, "RSP1"), (Pe1.Value("power")["supplies"].ToInt32(), Pe1.Value("hardware")["slots"][1].Text));
        Assert.Equal(("xr.iso", true), (Pe1.Value("clean")["images"].Texts[0], Pe1.Keys.Contains("auto_bringup")));
        Assert.Equal(("a", "uut", "HundredGigE0/0/0/0"), (_lab.Pe1.Custom["site"].Text, _lab.Pe1.Custom["alias"].Text, _lab.Pe1.Custom["uplink"].Text));
        Assert.Equal("pe", _lab.Pe1.Credentials["default"].Username);
    }

    [Fact, Behaviour("TB-14")]
    public void A_device_needs_neither_type_nor_os_nor_connections()
    {
        var bare = Testbed.Parse("devices: {r1: {alias: x}}").Devices["r1"];
        Assert.Equal((null, null, 0), (bare.Type, bare.Os, bare.Paths.Count));
    }

    [Fact, Behaviour("TB-17")]
    public void Peripherals()
    {
        var peripherals = Pe1.Value("peripherals");
        Assert.Equal((12, 9600), (peripherals["terminal_server"]["console-1"][0]["line"].ToInt32(), peripherals["terminal_server"]["console-1"][0]["speed"].ToInt32()));
        Assert.Equal(("apc", "1 2"), (peripherals["power_cycler"][0]["type"].Text, string.Join(' ', peripherals["power_cycler"][0]["outlets"].Texts)));
    }

    [Fact, Behaviour("TB-18", "TB-19", "TB-20")]
    public void Management()
    {
        var management = Pe1.Management;
        Assert.Equal((true, "MgmtEth0/RSP0/CPU0/0", "mgmt", "no", 100), (management.Exists, management.Interface, management.Vrf, management.Switchport, management.Vlan));
        Assert.Equal("192.0.2.31/24", Assert.Single(management.IPv4Addresses).ToString());
        Assert.Equal(["2001:db8::31/64", "fe80::31/64"], management.IPv6Addresses.Select(static address => address.ToString()));
        Assert.Equal((IPAddress.Parse("192.0.2.1"), IPAddress.Parse("2001:db8::1")), (management.IPv4Gateway, management.IPv6Gateway));
        Assert.Equal(new ManagementRoute("198.51.100.0/24", "192.0.2.1"), Assert.Single(management.IPv4Routes));
        Assert.Equal(new ManagementRoute("2001:db8:1::/48", "2001:db8::1"), Assert.Single(management.IPv6Routes));
        Assert.Equal(["http", "telnet"], management.Protocols);
        Assert.Equal("192.0.2.32/24", management.Rommon["rsp0"]["address"]["ipv4"].ToInterfaceAddress()?.ToString());
        Assert.False(_lab.Pe2.Description.Management.Exists);
        Assert.Empty(_lab.Pe2.Description.Management.IPv4Routes);
    }

    [Fact, Behaviour("TB-21", "TB-22", "TB-23", "TB-24")]
    public void Defaults()
    {
        Assert.Equal(("probe", "vty", null), (Pe1.Defaults.Class, Pe1.Defaults.Via, Pe1.Defaults.Alias));
        Assert.Equal(["backup"], Pe1.Defaults.FallbackCredentials);
        Assert.Equal(["a", "b"], Pe1.Defaults.Value("connections").Texts);
        Assert.True(Pe1.Defaults.Value("connections_arguments")["mit"].ToBoolean());
        Assert.Null(_lab.Pe2.Description.Defaults.Via);
        Assert.DoesNotContain("defaults", Pe1.Paths.Keys);
    }

    [Fact, Behaviour("TB-25", "TB-26", "TB-28")]
    public void Paths()
    {
        Assert.Equal(["a", "b", "vty", "jump", "mock"], Pe1.Paths.Keys);
        Assert.Equal(("telnet", "console-1.lab.example", 2013), (Pe1.Paths["b"].Protocol, Pe1.Paths["b"].Host, Pe1.Paths["b"].Port));
        Assert.Equal("own", Pe1.Paths["vty"]["own_key"]);
        Assert.Equal((null, "probe"), (Pe1.Paths["a"].Class, Pe1.Paths["mock"].Class));
        Assert.Equal((null, "simulate --os iosxr --name pe-1"), (Pe1.Paths["mock"].Protocol, Pe1.Paths["mock"]["command"]));
        Assert.Equal("path", Pe1.Paths["vty"].Credentials["console"].Password?.Reveal());
    }

    [Fact, Behaviour("TB-29", "TB-30", "TB-31", "TB-32")]
    public void Blocks_of_a_path()
    {
        var vty = Pe1.Paths["vty"];
        Assert.Equal((true, 30), (vty.Value("arguments")["learn_hostname"].ToBoolean(), vty.Value("arguments")["connection_timeout"].ToInt32()));
        Assert.Equal((0, "no logging console"), (vty.Value("arguments")["init_exec_commands"].Items.Count, vty.Value("arguments")["init_config_commands"][0].Text));
        Assert.Equal(0.5, vty.Value("settings")["GRACEFUL_DISCONNECT_WAIT_SEC"].ToDouble());
        Assert.Equal(TimeSpan.FromSeconds(10), vty.Value("service_attributes")["execute"]["timeout"].ToTimeSpan());
        Assert.Equal(("user:", "secret:"), (vty.Value("prompts")["login"].Text, vty.Value("prompts")["password"].Text));
    }

    [Fact, Behaviour("TB-34", "TB-35", "TB-36")]
    public void Logins_options_and_ways_through_others()
    {
        Assert.Equal(["default", "console"], Pe1.Paths["vty"].LoginCredentials);
        Assert.Equal(["console", "backup"], Pe1.Paths["vty"].FallbackCredentials);
        Assert.Equal("-o KexAlgorithms=+diffie-hellman-group14-sha1", Pe1.Paths["vty"].SshOptions);
        Assert.Equal(("console-1", "images"), (Pe1.Paths["jump"].Proxy, Pe1.Paths["jump"].Value("sshtunnel")["host"].Text));
    }

    [Fact, Behaviour("TB-37")]
    public void A_described_link()
    {
        var core = _lab.Links.Pe1Core;
        Assert.Equal(("pe1-core", "left", "labs.Link", "9000", "OM4"), (core.Name, core.Alias, core.Class, core["mtu"], core.Value("custom")["cable"].Text));
        Assert.True(core.IsDescribed);
        Assert.Equal(["alias", "class", "mtu", "custom"], core.Keys);
        Assert.Same(core, _lab.Links.Left);
        Assert.Empty(_lab.Links.Spare.Interfaces);
    }

    [Fact, Behaviour("TB-38", "TB-39")]
    public void Interfaces_stand_under_their_device()
    {
        Assert.Equal(
            ["HundredGigE0/0/0/0", "HundredGigE0/0/0/1", "Loopback0", "MgmtEth0/RSP0/CPU0/0", "Bundle-Ether1", "Bundle-Ether2"],
            _lab.Pe1.Interfaces.Select(static port => port.Name));
        var second = _lab.Pe1.Interfaces.HundredGigE0_0_0_1;
        Assert.Equal(("ethernet", "labs.Interface", 1, second.Name), (second.Type, second.Class, second.Custom["lane"].ToInt32(), second.Alias));
        Assert.Equal("100G", _lab.Pe1.Interfaces.ToCore["speed"]);
        Assert.Equal("bundle", _lab.Pe1.Interfaces.BundleEther1.Type);
        Assert.Empty(_lab.Console1.Interfaces);
    }

    [Fact, Behaviour("TB-40")]
    public void Addresses_with_and_without_mask_one_or_several()
    {
        Assert.Equal("10.1.0.1/31", _lab.Pe1.Interfaces.ToCore.IPv4Address?.ToString());
        Assert.Equal("2001:db8:a::1/127", _lab.Pe1.Interfaces.ToCore.IPv6Address?.ToString());
        Assert.Equal(["10.2.0.1/24", "10.2.0.101/24"], _lab.Pe1.Interfaces.HundredGigE0_0_0_1.IPv4Addresses.Select(static address => address.ToString()));
        Assert.Equal(IPNetwork.Parse("10.2.0.0/24"), _lab.Pe1.Interfaces.HundredGigE0_0_0_1.IPv4Address?.Network);
        Assert.Equal(new InterfaceAddress(IPAddress.Parse("10.255.0.1")), _lab.Pe1.Interfaces.Loopback0.IPv4Address);
        Assert.Null(_lab.Pe1.Interfaces.Mgmt.IPv4Address);
    }
}

[Testbed("Topology/whole.yaml")]
public partial class Whole;
