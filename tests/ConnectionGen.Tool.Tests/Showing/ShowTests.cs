using System.Text.Json;
using System.Xml.Linq;

namespace ConnectionGen.Tool.Tests;

public sealed class ShowTests
{
    private const string Lab = """
        testbed: {name: lab}
        devices:
          r1:
            os: ios
            type: router
            connections:
              defaults: {via: ssh}
              ssh: {protocol: ssh, ip: "%ENV{R1_ADDRESS}", port: 22122}
              console: {protocol: telnet, ip: "2001:db8::1", port: 2001, proxy: jump}
          "r<2>":
            os: ios
            connections:
              shell: {command: "sshpass -p swordfish ssh r2"}
          jump: {}
        topology:
          links:
            spare: {}
          r1:
            interfaces:
              eth1: {ipv4: 10.12.0.1/30, link: r1-r2, type: ethernet}
              eth2: {link: lan, type: ethernet}
          "r<2>":
            interfaces:
              eth1: {ipv4: [10.12.0.2/30], link: r1-r2, type: ethernet}
              eth2: {link: lan, type: ethernet}
          jump:
            interfaces:
              eth0: {link: lan, type: ethernet}

        """;

    [Fact]
    public async Task Devices_paths_and_links_stand_in_tables_as_the_file_writes_them()
    {
        using var mock = new MockFile();

        var run = await ToolRun.OfAsync("show", mock.Write("lab.yaml", Lab));

        Assert.Equal("""
            lab: 3 devices, 3 links

            DEVICE  TYPE    OS   PATH     PROTOCOL  ADDRESS
            r1      router  ios  ssh *    ssh       %ENV{R1_ADDRESS}:22122
            r1      router  ios  console  telnet    [2001:db8::1]:2001 through jump
            r<2>            ios  shell *            sshpass …
            jump

            LINK   ENDS
            spare
            r1-r2  r1 eth1 (10.12.0.1/30), r<2> eth1 (10.12.0.2/30)
            lan    r1 eth2, r<2> eth2, jump eth0

            """.ReplaceLineEndings("\n"), run.Output);
        Assert.Equal((0, ""), (run.Code, run.Errors));
    }

    [Fact]
    public async Task On_forty_columns_each_row_of_a_table_is_a_paragraph()
    {
        using var mock = new MockFile();

        var run = await ToolRun.OnAsync(width: 40, live: null, "show", mock.Write("lab.yaml", Lab));

        Assert.Contains("r1\n  type: router\n  os: ios\n  path: ssh *\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("DEVICE", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_tells_the_same_and_no_secret()
    {
        using var mock = new MockFile();

        var run = await ToolRun.OfAsync("show", "--format", "json", mock.Write("lab.yaml", Lab));

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal("10.12.0.1/30", json.RootElement.GetProperty("links")[1].GetProperty("ends")[0].GetProperty("address").GetString());
        Assert.True(json.RootElement.GetProperty("devices")[0].GetProperty("paths")[0].GetProperty("default").GetBoolean());
        Assert.DoesNotContain("swordfish", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_in_which_nothing_stands_is_left_out()
    {
        using var mock = new MockFile();

        var run = await ToolRun.OfAsync("show", mock.Write("lab.yaml", "testbed: {name: lab}\ndevices:\n  r1: {connections: {a: {ip: 192.0.2.1}}}\n"));

        Assert.Equal("lab: 1 device, 0 links\n\nDEVICE  PATH  ADDRESS\nr1      a *   192.0.2.1\n", run.Output);
    }

    [Fact]
    public async Task Json_has_letters_of_any_language_as_they_are()
    {
        using var mock = new MockFile();

        var run = await ToolRun.OfAsync("show", "--format", "json", mock.Write("lab.yaml", "devices:\n  zürich: {}\n"));

        Assert.Contains("\"name\": \"zürich\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mermaid_names_devices_and_ends()
    {
        using var mock = new MockFile();

        var run = await ToolRun.OfAsync("show", "--format", "mermaid", mock.Write("lab.yaml", Lab));

        Assert.Equal("""
            flowchart LR
                d1["r1<br/>router ios"]
                d2["r#lt;2#gt;<br/>ios"]
                d3["jump"]
                l1(("spare"))
                d1 ---|"eth1 - r1-r2 - eth1"| d2
                l3(("lan"))
                d1 ---|"eth2"| l3
                d2 ---|"eth2"| l3
                d3 ---|"eth0"| l3

            """.ReplaceLineEndings("\n"), run.Output);
    }

    [Fact]
    public async Task The_svg_is_xml_in_which_no_two_devices_overlap()
    {
        using var mock = new MockFile();

        var run = await ToolRun.OfAsync("show", "--format", "svg", mock.Write("lab.yaml", Lab));

        var svg = XElement.Parse(run.Output);
        var boxes = svg.Descendants().Where(static one => one.Name.LocalName == "rect").Select(static one => (X: (double)one.Attribute("x")!, Y: (double)one.Attribute("y")!, W: (double)one.Attribute("width")!, H: (double)one.Attribute("height")!)).ToArray();
        Assert.Equal(3, boxes.Length);
        Assert.All(boxes.Index(), one => Assert.All(boxes.Skip(one.Index + 1), other =>
            Assert.True(Math.Abs(one.Item.X - other.X) >= other.W || Math.Abs(one.Item.Y - other.Y) >= other.H)));
        Assert.All(boxes, box => Assert.True(box.X >= 0 && box.Y >= 0 && box.X + box.W <= (double)svg.Attribute("width")! && box.Y + box.H <= (double)svg.Attribute("height")!));
        Assert.Contains("r<2> eth1 (10.12.0.2/30)", svg.Descendants().Where(static one => one.Name.LocalName == "title").Select(static one => one.Value));
    }

    [Fact]
    public async Task What_is_no_testbed_is_told()
    {
        using var mock = new MockFile();

        var run = await ToolRun.OfAsync("show", mock.Write("list.yaml", "- 1\n"));

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains("is no testbed; connectiongen validate", run.Errors, StringComparison.Ordinal);
    }
}
