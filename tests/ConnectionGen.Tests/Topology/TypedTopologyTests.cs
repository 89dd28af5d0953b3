namespace ConnectionGen.Tests.Topology;

/// <summary>The names that a program is compiled against are there when it runs.</summary>
public sealed class TypedTopologyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("connectiongen").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact, Behaviour("DI-17")]
    public void A_program_reads_like_the_lab()
    {
        using var lab = Whole.Load();
        var seen = new List<string>();
        foreach (var link in lab.Pe1.Links)
        {
            seen.Add($"{link.Name}: {string.Join(", ", link.Devices)}");
        }

        Assert.Equal(["pe1-core: p-1, pe-1", "pe1-pe2: pe-1, pe-2", "oob: p-1, pe-1, pe-2", "loop: pe-1"], seen);
        Assert.Same(lab.Pe1.Interfaces.ToCore, lab.Pe1.Interfaces.HundredGigE0_0_0_0);
        Assert.Same(lab.Pe1.Interfaces.ToCore, ((Device)lab.Pe1).Interfaces["to-core"]);
        Assert.Same(lab.Links.Pe1Pe2, lab.Pe1.Interfaces.HundredGigE0_0_0_1.Link);
        Assert.Same(lab.P1.Interfaces.Ethernet1_1, Assert.Single(lab.Pe1.Interfaces.ToCore.RemoteInterfaces));
        Assert.Equal([lab.Links.Pe1Pe2, lab.Links.Oob], lab.Pe2.LinksTo(lab.Pe1));
    }

    [Fact]
    public void An_interface_is_found_by_its_alias_where_the_other_lab_calls_it_otherwise()
    {
        using var lab = Wired.Load(Write("""
            devices: {a: {connections: {only: {class: probe}}}, b: {connections: {only: {class: probe}}}}
            topology:
              links: {trunk: {alias: core}}
              a: {interfaces: {GigabitEthernet0/0: {type: ethernet, alias: uplink, link: trunk}, Ethernet2: {type: ethernet}}}
            """));
        Assert.Equal("GigabitEthernet0/0", lab.A.Interfaces.Uplink.Name);
        Assert.Same(lab.A.Interfaces.Uplink, lab.A.Interfaces.Ethernet1);
        Assert.Equal("Ethernet2", lab.A.Interfaces.Ethernet2.Name);
        Assert.Equal("trunk", lab.Links.Core.Name);
    }

    [Fact]
    public void A_file_that_lacks_interfaces_and_links_is_refused_with_their_names()
    {
        var file = Write("devices: {a: {connections: {only: {class: probe}}}, b: {connections: {only: {class: probe}}}}\ntopology: {a: {interfaces: {Ethernet2: {type: ethernet}}}}");
        Assert.Equal(
            $"{file} has not the shape of Topology/wired.yaml, which the program was compiled against: interface 'Ethernet1' (alias 'uplink') of 'a' is missing; link 'core' is missing.",
            Assert.Throws<TestbedShapeException>(() => Wired.Load(file)).Message);
    }

    [Fact]
    public void Of_many_that_are_missing_the_first_are_named()
    {
        var shape = new TestbedShape("x.yaml", new DeviceShape("a", null) { Interfaces = [.. Enumerable.Range(1, 8).Select(static n => new MemberShape($"e{n}"))] }) { Links = [new("l1"), new("l2", "two")] };
        var file = Write("devices: {a: {}}");
        Assert.Equal(
            ["interfaces 'e1', 'e2', 'e3', 'e4', 'e5' and 3 more of 'a' are missing", "links 'l1', 'l2' (alias 'two') are missing"],
            Assert.Throws<TestbedShapeException>(() => LoadedTestbed.Load(shape, file, null)).Differences);
    }

    [Fact]
    public async Task The_example_of_the_documentation_does_what_the_page_says()
    {
        var page = await File.ReadAllTextAsync(Behaviours.Repository.PathOf("docs", "testbed.md"), TestContext.Current.CancellationToken);
        var begin = page.IndexOf("```yaml", StringComparison.Ordinal) + "```yaml".Length;
        await using var lab = Testbed.Parse(page[begin..page.IndexOf("```", begin, StringComparison.Ordinal)]);
        Assert.Empty(lab.Description.Problems);
        var uplink = lab.Devices["uut"].Interfaces["uplink"];
        Assert.Same(uplink, lab.Devices["phoenix"].Interfaces["Ethernet4/1"]);
        Assert.Equal(("10.0.0.0/30", "hub Ethernet1/1"), (uplink.IPv4Address?.Network?.ToString(), uplink.RemoteInterfaces[0].ToString()));
        Assert.Equal(["core: phoenix, hub"], lab.Devices["uut"].Links.Select(static link => $"{link.Name}: {string.Join(", ", link.Devices)}"));
    }

    private string Write(string text)
    {
        var file = Path.Combine(_folder, Guid.NewGuid().ToString("N") + ".yaml");
        File.WriteAllText(file, text);
        return file;
    }
}

[Testbed("Topology/wired.yaml")]
public partial class Wired;
