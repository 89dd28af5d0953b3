using System.Text;

namespace ConnectionGen.TestbedFiles.Tests;

public sealed class BlockMarkupTests
{
    private static readonly TestbedDocument s_blocks = Corpus.Read(Corpus.PathOf("valid", "markup-of-blocks.yaml"));

    [Theory]
    [Behaviour("MK-04", "MK-16", "MK-21")]
    [InlineData("devices.r1.connections.mgmt.protocol", "ssh")]
    [InlineData("devices.r2.connections.mgmt.protocol", "ssh")]
    [InlineData("devices.r3.connections.defaults.via", "mgmt")]
    [InlineData("devices.r1.credentials.default.username", "admin")]
    [InlineData("devices.r1.custom.more", "[Ethernet1/1, Ethernet1/2]")]
    [InlineData("devices.r2.custom.vlans", "[10, 20]")]
    [InlineData("devices.r2.custom.all", "[Ethernet1/1, Ethernet1/2, 10, 20]")]
    [InlineData("devices.r2.custom.first", "%{testbed.custom.uplinks.0}")]
    public void A_reference_to_a_block_has_the_block_in_its_place(string place, string value) => Assert.Equal(value, Shown(s_blocks, place));

    [Fact]
    public void The_paths_of_such_a_device_are_known() =>
        Assert.All(s_blocks.Devices, static device => Assert.Equal(["mgmt"], device.Paths.Select(static path => path.Name)));

    [Fact]
    public void A_block_stands_where_the_reference_stands()
    {
        var range = s_blocks.Devices[0].Body.Mapping("connections")!.Range;
        Assert.Equal((14, 18), (range.Start.Line, range.Start.Column));
    }

    [Fact]
    [Behaviour("MK-15")]
    public void A_list_key_without_a_list_below_begins_one() =>
        Assert.Equal("[10, 20]", Shown(Corpus.Read(Corpus.PathOf("valid", "markup-of-values.yaml")), "testbed.custom.vlans"));

    [Fact]
    public void A_call_gives_a_block_where_the_format_has_one_and_is_made_once()
    {
        var calls = new List<string>();
        var document = TestbedReader.Read(
            """
            testbed: {name: "%CALLABLE{lab.name}", custom: {text: "%CALLABLE{lab.text}", device: "%CALLABLE{lab.device(9)}"}}
            devices:
              r1: "%CALLABLE{lab.device(1)}"
              r2: {connections: "%CALLABLE{lab.ways}"}
              r3: "%{testbed.custom.device}"
              r4: "%{testbed.custom.device}"
            """,
            "lab.yaml",
            null,
            (at, call) =>
            {
                calls.Add($"{call.Name}({string.Join(',', call.Arguments)})");
                object mgmt = new Dictionary<string, object?>(StringComparer.Ordinal) { ["ip"] = "10.0.0.1", ["port"] = 22, ["arguments"] = new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = "b" } };
                return NodeValues.ToNode(call.Name == "lab.ways" ? new Dictionary<string, object?>(StringComparer.Ordinal) { ["mgmt"] = mgmt }
                    : new Dictionary<string, object?>(StringComparer.Ordinal) { ["os"] = "iosxe", ["connections"] = new Dictionary<string, object?>(StringComparer.Ordinal) { ["mgmt"] = mgmt } }, at);
            },
            TestContext.Current.CancellationToken);

        Assert.Equal(["lab.device(1)", "lab.ways()", "lab.device(9)"], calls);
        Assert.Equal([], document.Problems);
        Assert.Equal("22", Shown(document, "devices.r1.connections.mgmt.port"));
        Assert.Equal("b", Shown(document, "devices.r2.connections.mgmt.arguments.a"));
        Assert.Equal("iosxe", Shown(document, "devices.r4.os"));
        Assert.Equal("%CALLABLE{lab.name}", Shown(document, "testbed.name"));
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData(true, "true")]
    [InlineData(1.5, "1.5")]
    [InlineData('x', "x")]
    public void A_value_of_a_program_is_a_text(object? value, string text) => Assert.Equal(text, Assert.IsType<YamlScalar>(NodeValues.ToNode(value, s_blocks.Devices[0].Key)).Text);

    [Fact]
    public void A_value_that_holds_itself_is_refused()
    {
        var list = new List<object?>();
        list.Add(list);
        Assert.Throws<ArgumentException>(() => NodeValues.ToNode(list, s_blocks.Devices[0].Key));
    }

    [Fact]
    public void What_references_stand_for_is_limited()
    {
        var text = new StringBuilder("testbed:\n  custom:\n    a0: [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 20; i++)
            text.Append("    a").Append(i).Append(": [").AppendJoin(", ", Enumerable.Repeat($"\"%{{testbed.custom.a{i - 1}}}\"", 10)).Append("]\n");

        var document = Read(text.Append("devices: {}\n"));
        Assert.Contains(document.Problems, static problem => problem.Id == "CG2001" && problem.Message.Contains("stand for more than 5000000 values", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_depth_of_references_is_limited(bool backwards)
    {
        var text = new StringBuilder("testbed:\n  custom:\n    a0: [x]\n");
        var order = Enumerable.Range(1, 3000);
        foreach (var i in backwards ? order.Reverse() : order)
            text.Append("    a").Append(i).Append(": [\"%{testbed.custom.a").Append(i - 1).Append("}\"]\n");

        Assert.NotEmpty(Read(text.Append("devices: {}\n")).Problems);
    }

    [Theory]
    [InlineData("    a{0}: \"%{{testbed.custom.a{1}}}\"\n")]
    [InlineData("    a{0}: \"%{{testbed.custom.a{1}.x}}\"\n")]
    [InlineData("    a{0}: \"%{{testbed.custom.a{1}}} %{{testbed.custom.a{1}}}\"\n")]
    [InlineData("    a{0}: \"%EXTEND_LIST{{testbed.custom.a{1},testbed.custom.a{1}}}\"\n")]
    [InlineData("    a{0}: \"%{{testbed.custom.a{1}.keys()}}\"\n")]
    public void Chains_and_circles_of_any_length_end(string line)
    {
        var text = new StringBuilder("testbed:\n  custom:\n");
        for (var i = 0; i < 500; i++)
            text.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, line, i, (i + 1) % 500);

        Assert.NotNull(Read(text.Append("devices: {}\n")).Root);
    }

    private static TestbedDocument Read(StringBuilder text) => TestbedReader.Read(text.ToString(), "lab.yaml", CancellationToken.None);

    private static string Shown(TestbedDocument document, string place)
    {
        YamlNode? node = document.Root;
        foreach (var key in place.Split('.'))
            node = (node as YamlMapping)?[key];

        return node is YamlSequence list ? $"[{string.Join(", ", list.Items)}]" : $"{node}";
    }
}
