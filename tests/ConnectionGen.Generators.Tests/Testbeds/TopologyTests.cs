using ConnectionGen.TestbedFiles;

namespace ConnectionGen.Generators.Tests;

/// <summary>Interfaces and links are members by their names, as devices and paths are.</summary>
public sealed class TopologyTests
{
    private const string Lab = "using ConnectionGen; namespace Labs; [Testbed(\"lab.yaml\")] public partial class Lab;";

    private const string Devices = """
        devices:
          phoenix: { os: nxos, alias: uut, connections: { mgmt: { protocol: ssh, ip: 192.0.2.1 } } }
          r-2: { os: linux, connections: { mgmt: { protocol: ssh, ip: 192.0.2.2 } } }
          alone: { os: linux, connections: { mgmt: { protocol: ssh, ip: 192.0.2.3 } } }

        """;

    [Fact]
    public void Interfaces_and_links_are_members()
    {
        Snapshot.Matches(Project.Of(Lab, "public static class Use { public static object? Of(Labs.Lab lab) => lab.Phoenix.Interfaces.Ethernet4_1.Link == lab.Links.R1R2 ? lab.Phoenix.Interfaces.Uplink : lab.Alone.Interfaces[\"x\"]; }")
            .With("/project/lab.yaml", Devices + """
            topology:
              links:
                core: { alias: backbone, description: between sites }
              uut:
                interfaces:
                  Ethernet4/1: { type: ethernet, alias: uplink, link: r1-r2, ipv4: 10.20.30.40/24 }
                  loopback0: { ipv4: 10.255.0.1/32 }
              r-2:
                interfaces:
                  eth0: { type: ethernet, link: r1-r2, ipv6: "2001:db8::7/64" }
                  eth1: { type: ethernet, link: core, alias: "%ENV{ALIAS}" }
                  eth2: { link: "%{testbed.name}" }
                  eth3:
            """).Generate().Compiles(), "Labs.Lab-Testbed.g.cs");
    }

    [Fact]
    public void No_address_reaches_the_code()
    {
        var text = Of("r-2: { interfaces: { eth0: { type: ethernet, ipv4: 10.20.30.40/24, ipv6: [2001:db8::7/64], link: a, custom: { key: hidden } } } }");
        Assert.Contains("Eth0", text, StringComparison.Ordinal);
        Assert.DoesNotContain("10.20.30.40", text, StringComparison.Ordinal);
        Assert.DoesNotContain("2001", text, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_are_taken_or_meet_get_an_underscore()
    {
        var names = new[] { "count", "item", "find", "names", "contains", "member", "named-interfaces", "to-string", "get-type", "a/b", "a.b", "1/11", "11/1", "class", "a", "A" };
        var text = Of("r-2: { interfaces: { " + string.Join(", ", names.Select(static n => $"\"{n}\": {{ type: ethernet, link: \"{n}\" }}")) + " } }");
        foreach (var taken in new[] { "Count_", "Item_", "Find_", "Names_", "Contains_", "Member_", "NamedInterfaces_", "ToString_", "GetType_", "AB", "AB_", "_1_11", "_11_1", "Class", "A_" })
        {
            Assert.Contains($"public global::ConnectionGen.Interface {taken} =>", text, StringComparison.Ordinal);
            Assert.Contains($"public global::ConnectionGen.Link {taken} =>", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void All_members_of_the_collections_are_taken()
    {
        foreach (var type in new[] { typeof(InterfaceCollection), typeof(LinkCollection) })
        {
            var members = type.GetMembers(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.FlattenHierarchy)
                .Where(static member => member is not (System.Reflection.MethodBase { IsPrivate: true } or System.Reflection.MethodBase { IsAssembly: true } or System.Reflection.MethodBase { IsFamilyAndAssembly: true } or System.Reflection.FieldInfo { IsPrivate: true }))
                .Select(static member => member.Name)
                .Where(static name => Identifier.IsValid(name) && !name.Contains('_', StringComparison.Ordinal) && char.IsUpper(name[0]))
                .Distinct(StringComparer.Ordinal);
            Assert.Equal([], members.Except(TopologyMembers.Taken, StringComparer.Ordinal));
        }
    }

    [Fact]
    public void An_alias_is_a_member_where_it_meets_no_name()
    {
        var members = TopologyMembers.Of([("eth0", "uplink"), ("eth1", "Eth-1"), ("eth2", "eth0"), ("eth3", "up-link"), ("eth4", "uplink")]);
        Assert.Equal(
            [
                new("Eth0", "eth0", "uplink"), new("Uplink", "uplink", "eth0"), new("Eth1", "eth1", "Eth-1"), new("Eth2", "eth2", "eth0"),
                new("Eth3", "eth3", "up-link"), new("UpLink", "up-link", "eth3"), new("Eth4", "eth4", "uplink"),
            ],
            members);
    }

    [Theory]
    [InlineData("10.20.30.40/24", "10.20.30.41/24", true)]
    [InlineData("speed: 1", "speed: 2", true)]
    [InlineData("link: a", "link: b", false)]
    [InlineData("eth0", "eth1", false)]
    [InlineData("alias: x", "alias: y", false)]
    public void Only_an_edit_of_a_name_writes_code_again(string before, string after, bool isIdle)
    {
        var yaml = Devices + "topology: { r-2: { interfaces: { eth0: { type: ethernet, speed: 1, link: a, alias: x, ipv4: 10.20.30.40/24 } } } }\n";
        var project = Project.Of(Lab).With("/project/lab.yaml", yaml);
        var compilation = project.Compile();
        var driver = project.Driver().RunGenerators(compilation, TestContext.Current.CancellationToken);
        var edited = new YamlFile("/project/lab.yaml", yaml.Replace(before, after, StringComparison.Ordinal));
        driver = driver.ReplaceAdditionalText(project.Files[0], edited).RunGenerators(compilation, TestContext.Current.CancellationToken);
        Assert.Equal(isIdle ? 0 : 1, Steps.Outputs(driver));
    }

    [Theory]
    [InlineData("topology: [")]
    [InlineData("topology: text\n")]
    [InlineData("topology: { r-2: }\n")]
    [InlineData("topology: { r-2: { interfaces: [a] } }\n")]
    [InlineData("topology: { r-2: { interfaces: { a: b, c: [d] } } }\n")]
    [InlineData("topology: { links: text, r-2: { interfaces: { a: { link: [x] } } }, nobody: { interfaces: { z: {} } } }\n")]
    public void What_is_no_topology_adds_no_error(string topology) =>
        Assert.DoesNotContain("nobody", Project.Of(Lab).With("/project/lab.yaml", Devices + topology).Generate().Compiles()["Labs.Lab-Testbed.g.cs"], StringComparison.Ordinal);

    private static string Of(string block) =>
        Project.Of(Lab).With("/project/lab.yaml", Devices + "topology:\n  " + block + "\n").Generate().Compiles()["Labs.Lab-Testbed.g.cs"];
}
