using System.Globalization;
using System.Text;
using System.Xml.Linq;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen.Reports.Tests;

public sealed class TopologyPictureTests
{
    [Fact]
    public async Task A_loaded_testbed_is_drawn_as_its_file_is()
    {
        await using var testbed = Testbed.Parse(EchoTestbed.Yaml);
        var document = TestbedReader.Read(EchoTestbed.Yaml, "testbed.yaml", TestContext.Current.CancellationToken);

        Assert.Equal(TopologyPicture.Of(document).ToSvg(), TopologyPicture.Of(testbed).ToSvg());
        Assert.Equal(TopologyPicture.Of(document).ToMermaid(), TopologyPicture.Of(testbed).ToMermaid());
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(5, true)]
    [InlineData(16, true)]
    [InlineData(17, true)]
    [InlineData(400, true)]
    [InlineData(400, false)]
    public void Devices_do_not_overlap_and_stand_inside(int devices, bool isRing)
    {
        var svg = XElement.Parse(TopologyPicture.Of(TestbedReader.Read(Ring(devices, isRing), "ring.yaml", TestContext.Current.CancellationToken)).ToSvg());

        var boxes = svg.Descendants().Where(static one => one.Name.LocalName == "rect").Select(static one => (X: (double)one.Attribute("x")!, Y: (double)one.Attribute("y")!)).ToArray();
        Assert.Equal(devices, boxes.Length);
        Assert.All(boxes.Index(), one => Assert.All(boxes.Skip(one.Index + 1), other => Assert.True(Math.Abs(one.Item.X - other.X) >= 130 || Math.Abs(one.Item.Y - other.Y) >= 46)));
        Assert.All(boxes, box => Assert.True(box is { X: >= 0, Y: >= 0 } && box.X + 130 <= (double)svg.Attribute("width")! && box.Y + 46 <= (double)svg.Attribute("height")!));
    }

    [Fact]
    public void Lines_between_two_devices_do_not_lie_on_one_another()
    {
        var picture = new TopologyPicture("two", [new("a", ""), new("b", "")], [.. Enumerable.Range(1, 3).Select(static n => new PictureLink($"l{n}", [new("a", $"e{n}", null), new("b", $"e{n}", null)]))]);

        var lines = XElement.Parse(picture.ToSvg()).Descendants().Where(static one => one.Name.LocalName == "line").Select(static one => (string)one.Attribute("y1")!).ToArray();

        Assert.Equal(3, lines.Distinct().Count());
    }

    [Fact]
    public void What_ends_a_text_of_Mermaid_is_written_as_it_wants_it()
    {
        var picture = new TopologyPicture("any", [new("a\"b", "<c>\nd&")], [new("l\"", [new("a\"b", "e\"", null)])]);

        Assert.Equal("flowchart LR\n    d1[\"a#quot;b<br/>#lt;c#gt; d#amp;\"]\n    l1((\"l#quot;\"))\n    d1 ---|\"e#quot;\"| l1\n", picture.ToMermaid());
    }

    [Fact]
    public void A_long_name_is_cut_where_its_box_ends_and_whole_in_its_title()
    {
        var name = new string('x', 40);

        var svg = XElement.Parse(new TopologyPicture("any", [new(name, "")], []).ToSvg());

        var texts = svg.Descendants().Where(static one => one.Name.LocalName == "text").Select(static one => one.Value);
        Assert.Equal($"{new string('x', 19)}…", Assert.Single(texts));
        Assert.Contains(svg.Descendants(), one => one.Name.LocalName == "title" && one.Value == name);
    }

    private static string Ring(int devices, bool isRing)
    {
        var text = new StringBuilder("devices:\n");
        for (var i = 0; i < devices; i++)
            text.Append(CultureInfo.InvariantCulture, $"  d{i}: {{connections: {{a: {{command: sh}}}}}}\n");

        if (!isRing)
            return text.ToString();

        text.Append("topology:\n");
        for (var i = 0; i < devices; i++)
            text.Append(CultureInfo.InvariantCulture, $"  d{i}:\n    interfaces:\n      right: {{link: l{i}, type: x}}\n      left: {{link: l{(i + devices - 1) % devices}, type: x}}\n");

        return text.ToString();
    }
}
