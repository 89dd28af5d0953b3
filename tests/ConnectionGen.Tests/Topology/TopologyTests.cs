using System.Runtime.CompilerServices;

namespace ConnectionGen.Tests.Topology;

/// <summary>What is connected to what follows from the interfaces.</summary>
public sealed class TopologyTests
{
    private const string Three = """
        devices:
          r1: {alias: uut, os: iosxe, type: router, role: pe}
          r2: {os: IOSXE, type: router}
          r-2: {os: nxos, type: switch, alias: r2}
        topology:
          links: {lan: {alias: office, mtu: 1500}, dark: {}}
          r1:
            interfaces:
              eth0: {type: ethernet, alias: up, link: wire}
              eth1: {type: ethernet, link: lan}
              eth2: {type: ethernet, link: self}
              eth3: {type: ethernet, link: self}
              eth4: {type: ethernet, link: stub}
              eth5:
              eth6: {link: [not, a, name]}
          r2:
            interfaces: {eth0: {type: ethernet, link: wire}, eth1: {type: ethernet, link: lan}}
          r-2:
            interfaces: {up: {type: ethernet, link: lan}, eth0: {link: wire2, alias: up}}
          nobody:
            interfaces: {eth0: {type: ethernet, link: nowhere}}
        """;

    [Fact, Behaviour("TB-41")]
    public void Links_are_those_that_are_described_and_those_that_are_named()
    {
        using var lab = Testbed.Parse(Three);
        Assert.Equal(["lan", "dark", "wire", "self", "stub", "wire2"], lab.Links.Select(static link => link.Name));
        Assert.Equal([true, true, false, false, false, false], lab.Links.Select(static link => link.IsDescribed));
        Assert.Equal("1500", lab.Links["office"]["mtu"]);
        Assert.Equal(["r1 eth1", "r2 eth1", "r-2 up"], lab.Links["lan"].Interfaces.Select(static end => end.ToString()));
        Assert.Empty(lab.Links["dark"].Interfaces);
        Assert.Equal((null, "wire", 0), (lab.Links["wire"]["mtu"], lab.Links["wire"].Alias, lab.Links["wire"].Keys.Count()));
    }

    [Fact, Behaviour("TB-43")]
    public void Remote_ends_are_computed_from_the_interfaces()
    {
        using var lab = Testbed.Parse(Three);
        var (r1, r2, s1) = (lab.Devices["r1"], lab.Devices["r2"], lab.Devices["r-2"]);
        Assert.Equal(["r2 eth0"], Texts(r1.Interfaces["eth0"].RemoteInterfaces));
        Assert.Equal(["r2 eth1", "r-2 up"], Texts(r1.Interfaces["eth1"].RemoteInterfaces));
        Assert.Equal([r2, s1], r1.Interfaces["eth1"].RemoteDevices);
        Assert.Equal(["r1 eth3"], Texts(r1.Interfaces["eth2"].RemoteInterfaces));
        Assert.Empty(r1.Interfaces["eth2"].RemoteDevices);
        Assert.Empty(r1.Interfaces["eth4"].RemoteInterfaces);
        Assert.Empty(r1.Interfaces["eth5"].RemoteInterfaces);
        Assert.Null(r1.Interfaces["eth6"].Link);
        Assert.Null(r1.Interfaces["eth5"].Type);

        Assert.Equal(["wire", "lan", "self", "stub"], Texts(r1.Links));
        Assert.Equal([r2, s1], r1.RemoteDevices);
        Assert.Equal(["r2 eth0", "r2 eth1", "r-2 up"], Texts(r1.RemoteInterfaces));
        Assert.Equal(["wire", "lan"], Texts(r1.LinksTo(r2)));
        Assert.Equal(["lan"], Texts(s1.LinksTo(r1)));
        Assert.Equal(["self"], Texts(r1.LinksTo(r1)));
        Assert.Empty(s1.LinksTo(s1));
        Assert.Same(r1, r1.Interfaces["eth0"].Device);
        Assert.Equal([r1, r2, s1], lab.Links["lan"].Devices);
    }

    [Fact, Behaviour("DI-15", "DI-16")]
    public void Names_come_before_aliases()
    {
        using var lab = Testbed.Parse(Three);
        Assert.Same(lab.Devices["r1"], lab.Devices["uut"]);
        Assert.Equal("r2", lab.Devices["r2"].Name);
        Assert.Equal((true, false, 3), (lab.Devices.ContainsKey("uut"), lab.Devices.ContainsKey("up"), lab.Devices.Count));
        Assert.Equal(["r1", "r2", "r-2"], lab.Devices.Keys);
        Assert.Equal("eth0", lab.Devices["r1"].Interfaces["up"].Name);
        Assert.Equal("up", lab.Devices["r-2"].Interfaces["up"].Name);
        Assert.True(lab.Devices["r1"].Interfaces.Contains("up"));
        Assert.True(lab.Devices["r1"].Interfaces.Contains(lab.Devices["r1"].Interfaces["eth1"]));
        Assert.False(lab.Devices["r1"].Interfaces.Contains(lab.Devices["r2"].Interfaces["eth1"]));
        Assert.Null(lab.Devices["r1"].Interfaces.Find("x"));
        Assert.Equal(7, lab.Devices["r1"].Interfaces.Count);
    }

    [Fact, Behaviour("DI-18")]
    public void An_alias_is_one_that_is_not_the_name()
    {
        using var lab = Testbed.Parse(Three);
        var device = lab.Devices["r1"];
        Assert.Equal((true, false, false), (device.IsAlias("uut"), device.IsAlias("r1"), lab.Devices["r2"].IsAlias("r2")));
        Assert.Equal((true, false), (device.Interfaces["eth0"].IsAlias("up"), device.Interfaces["eth1"].IsAlias("eth1")));
        Assert.Equal((true, false), (lab.Links["lan"].IsAlias("office"), lab.Links["wire"].IsAlias("wire")));
    }

    [Fact]
    public void What_is_not_there_is_named_with_what_is()
    {
        using var lab = Testbed.Parse("devices: {r1: {alias: uut}}\ntopology: {r1: {interfaces: {eth0: {type: ethernet, link: wire}}}}");
        Assert.Equal("Device 'r1' has no interface 'eth1'; did you mean 'eth0'? There is only eth0.", Assert.Throws<KeyNotFoundException>(() => lab.Devices["r1"].Interfaces["eth1"]).Message);
        Assert.Equal("Testbed 'testbed' has no link 'x'. There is only wire.", Assert.Throws<KeyNotFoundException>(() => lab.Links["x"]).Message);
        Assert.Equal("Testbed 'testbed' has no device 'r2'; did you mean 'r1'? There is only r1.", Assert.Throws<KeyNotFoundException>(() => lab.Devices["r2"]).Message);
    }

    [Fact]
    public void Devices_by_what_they_are()
    {
        using var lab = Testbed.Parse(Three);
        Assert.Equal(["r1", "r2"], lab.FindDevices(type: "router").Select(static device => device.Name));
        Assert.Equal(["r1", "r2"], lab.FindDevices(os: "iosxe").Select(static device => device.Name));
        Assert.Equal(["r1"], lab.FindDevices(os: "iosxe", role: "PE").Select(static device => device.Name));
        Assert.Equal(3, lab.FindDevices().Count);
    }

    [Fact]
    public void A_path_may_be_named_by_the_alias_of_its_device()
    {
        using var lab = Testbed.Parse("devices: {r1: {alias: uut, connections: {defaults: {class: probe}, a: {ip: 192.0.2.1}, b: {ip: 192.0.2.2}}}}");
        lab.Connect(["uut"], new Dictionary<string, string>(StringComparer.Ordinal) { ["uut"] = "b" }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("b", lab.Devices["uut"].ConnectionManager.Connections["default"].Via);
    }

    [Fact]
    public void A_block_under_the_alias_adds_to_the_one_under_the_name()
    {
        using var lab = Testbed.Parse("devices: {r1: {alias: uut}}\ntopology: {r1: {interfaces: {a: {type: x}}}, uut: {interfaces: {a: {type: y}, b: {type: y}}}}");
        Assert.Equal(["x", "y"], lab.Devices["r1"].Interfaces.Select(static port => port.Type));
    }

    [Fact]
    public void A_value_that_gives_nothing_is_missed_only_by_who_needs_it_and_may_be_there_later()
    {
        string? wire = null;
        using var lab = Testbed.Parse("devices: {r1: {}}\ntopology: {r1: {interfaces: {eth0: {link: '%ENV{WIRE}', ipv4: 10.0.0.300, ipv6: 10.0.0.1}}}}", new() { Environment = _ => wire });
        Assert.Contains("the environment variable 'WIRE', which 'link' of interface 'eth0' of device 'r1' is taken from, is not set", Assert.Throws<TestbedValueException>(() => lab.Links).Message, StringComparison.Ordinal);
        wire = "w";
        Assert.Equal("w", Assert.Single(lab.Links).Name);
        Assert.Equal(
            "testbed.yaml(2,63): error CG2008: 'ipv4' of interface 'eth0' of device 'r1' is '10.0.0.300'; expected an IPv4 address, as in 10.0.0.1/24.",
            Assert.Throws<TestbedValueException>(() => lab.Devices["r1"].Interfaces["eth0"].IPv4Address).Message);
        Assert.Contains("expected an IPv6 address", Assert.Throws<TestbedValueException>(() => lab.Devices["r1"].Interfaces["eth0"].IPv6Addresses).Message, StringComparison.Ordinal);
    }

    [Fact, Behaviour("DI-34")]
    public void An_interface_does_not_keep_its_device()
    {
        var port = Abandoned();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.Equal("r1 eth0", port.ToString());
        Assert.Contains("Device 'r1' was collected; hold its testbed while you use its interfaces.", Assert.Throws<ObjectDisposedException>(() => port.Device).Message, StringComparison.Ordinal);
    }

    [Fact, Behaviour("TB-44")]
    public void A_squeezed_testbed_has_the_wanted_devices()
    {
        using var lab = Testbed.Parse(Three);
        using var some = lab.Squeeze(["uut", "r-2"]);
        Assert.Equal(["r1", "r-2"], some.Devices.Keys);
        Assert.NotSame(lab.Devices["r1"], some.Devices["r1"]);
        Assert.Equal(["lan", "wire", "self", "stub", "wire2"], Texts(some.Links));
        Assert.Equal(["r1 eth1", "r-2 up"], some.Links["lan"].Interfaces.Select(static end => end.ToString()));
        Assert.Equal(7, some.Devices["r1"].Interfaces.Count);
        Assert.Same(lab.Options, some.Options);
        Assert.Equal(6, lab.Links.Count);
    }

    [Fact, Behaviour("TB-44")]
    public void A_squeezed_testbed_has_the_wanted_links_with_their_ends()
    {
        using var lab = Testbed.Parse(Three);
        using var wire = lab.Squeeze(links: ["office"]);
        Assert.Equal(["r1", "r2", "r-2"], wire.Devices.Keys);
        Assert.Equal(["lan"], Texts(wire.Links));
        Assert.Equal(["eth1"], wire.Devices["r1"].Interfaces.Names);

        using var ends = lab.Squeeze(["r-2"], ["wire"]);
        Assert.Equal(["r1", "r2", "r-2"], ends.Devices.Keys);
        Assert.Empty(ends.Devices["r-2"].Interfaces);

        using var bare = lab.Squeeze(["r1"], ["wire"], withEnds: false);
        Assert.Equal(["r1"], bare.Devices.Keys);
        Assert.Equal(["r1 eth0"], Texts(bare.Links["wire"].Interfaces));

        using var twice = wire.Squeeze(["r1"]);
        Assert.Equal(["r1"], twice.Devices.Keys);
        Assert.Equal(["eth1"], twice.Devices["r1"].Interfaces.Names);
        Assert.Throws<KeyNotFoundException>(() => lab.Squeeze(links: ["x"]));
        Assert.Throws<KeyNotFoundException>(() => lab.Squeeze(["x"]));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Interface Abandoned() => Testbed.Parse("devices: {r1: {}}\ntopology: {r1: {interfaces: {eth0: {type: ethernet}}}}").Devices["r1"].Interfaces["eth0"];

    private static string[] Texts(IEnumerable<object> things) => [.. things.Select(static thing => thing.ToString()!)];
}
