namespace ConnectionGen.TestbedFiles.Tests;

public sealed class ReaderTests
{
    [Theory]
    [InlineData("os: ios", "ios")]
    [InlineData("os: 'i os'  # comment", "'i os'")]
    [InlineData("os: &a !!str \"x\\ty\"", "\"x\\ty\"")]
    [InlineData("{custom: 😀, os: é}", "é")]
    [InlineData("os: |\n      one\n      two\n", "|\n      one\n      two")]
    [InlineData("os: [a, b]", "[a, b]")]
    [InlineData("os: {a: b}", "{a: b}")]
    [InlineData("os:\n      - a\n      - b   # last\n\n    # between\n    type: x", "- a\n      - b")]
    [InlineData("os:\n      a: b\n      c:\n        d: e\n\n    type: x", "a: b\n      c:\n        d: e")]
    [InlineData("os: one\n      two", "one\n      two")]
    public void A_values_range_is_its_own_text(string keys, string expected)
    {
        foreach (var newLine in new[] { "\n", "\r\n" })
        {
            var text = $"\uFEFFdevices:\n  r1:\n    {keys}\n".Replace("\n", newLine, StringComparison.Ordinal);
            var range = Read(text).Devices[0].Body["os"]!.Range;
            Assert.Equal(expected.Replace("\n", newLine, StringComparison.Ordinal), text[range.Start.Offset..range.End.Offset]);
        }
    }

    [Fact]
    public void A_fault_in_one_device_leaves_the_others()
    {
        var document = Read("""
            testbed: {name: lab}
            devices:
              r1:
                connections:
                  ssh: {ip: 10.0.0.1}
              r2:
                os: ios
                connections:
                  ssh: {ip: 10.0.0.2}
                  mgmt
                type: router
              r3:
                connections:
                  ssh: {ip: 10.0.0.3}
            topology: {r3: {}}
            """);

        Assert.Equal("lab.yaml(10,7): error CG2001: this line has no ':' behind its key", Assert.Single(document.Problems).ToString());
        Assert.Equal(["r1", "r2", "r3"], document.Devices.Select(static device => device.Name));
        Assert.Equal(["ssh"], document.Devices[1].Paths.Select(static path => path.Name));
        Assert.Equal(12, document.Devices[2].Key.Range.Start.Line);
        Assert.Equal("lab", document.Name);
        Assert.NotNull(document.Root?.Mapping("topology"));
    }

    [Theory]
    [InlineData("os: \"ios")]
    [InlineData("os: @x")]
    [InlineData("os: [a, b")]
    [InlineData("os: ios: xe")]
    [InlineData("os: ios\n    type")]
    [InlineData("? [")]
    public void A_device_that_is_being_typed_hides_no_other(string line)
    {
        var document = Read($"devices:\n  r1: {{os: ios}}\n  r2:\n    {line}\n  r3:\n    connections: {{ssh: {{ip: 10.0.0.3}}}}\n  r4: {{os: ios}}\n");

        Assert.Contains(document.Problems, static problem => problem.Id == "CG2001");
        Assert.Superset(new HashSet<string>(["r1", "r3", "r4"], StringComparer.Ordinal), document.Devices.Select(static device => device.Name).ToHashSet(StringComparer.Ordinal));
        Assert.Equal("ssh", document.Devices.Single(static device => device.Name == "r3").Paths[0].Name);
    }

    [Fact]
    public void Both_sides_of_a_conflict_do_not_hide_the_devices_around_it()
    {
        var document = Read("devices:\n  r1: {os: ios}\n<<<<<<< HEAD\n  r2: {os: ios}\n=======\n  r3: {os: ios}\n>>>>>>> theirs\n  r4: {os: ios}\n");

        Assert.Equal(["r1", "r2", "r4"], document.Devices.Select(static device => device.Name));
        Assert.Equal("lab.yaml(3,1): error CG2001: a merge conflict is left in the file: choose a side and delete the lines '<<<<<<< HEAD', '=======' and '>>>>>>> …'", Assert.Single(document.Problems).ToString());
    }

    [Fact]
    public void The_last_of_two_keys_holds_and_the_first_is_named()
    {
        var document = Read("devices:\n  r1:\n    connections: {a: {ip: 10.0.0.1}}\n  r1:\n    connections: {b: {ip: 10.0.0.1}}\n");

        var problem = Assert.Single(document.Problems);
        Assert.Equal("lab.yaml(4,3): warning CG2010: 'r1' stands here a second time; what line 2 says of it is lost", problem.ToString());
        Assert.Equal("lab.yaml(2,3)", problem.Related.ToString());
        Assert.Equal("b", Assert.Single(Assert.Single(document.Devices).Paths).Name);
    }

    [Fact]
    public void What_a_map_says_itself_wins_over_what_it_merges()
    {
        var device = Read("x-a: &a {os: a, type: a, role: a}\nx-b: &b {os: b, model: b}\ndevices:\n  r1: {<<: [*a, *b], type: own, connections: {}}\n").Devices[0].Body;

        Assert.Equal(("a", "own", "a", "b"), (device.Text("os"), device.Text("type"), device.Text("role"), device.Text("model")));
        Assert.Equal(4, device.Find("type")!.Value.Key.Range.Start.Line);
        Assert.Equal(1, device.Find("role")!.Value.Key.Range.Start.Line);
    }

    [Fact]
    public void A_file_stands_above_those_that_it_extends_and_the_last_of_them_is_the_base()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["labs/base.yaml"] = "testbed: {name: base, alias: base, custom: {images: [a]}}\ndevices:\n  r1:\n    os: base\n    role: base\n    type: base\n    connections: {mgmt: {ip: 10.0.0.1}}\n",
            ["labs/more/over.yaml"] = "extends: ../base.yaml\ntestbed: {alias: over}\ndevices: {r1: {os: over, role: over}}\n",
        };
        var document = TestbedReader.Read(
            "extends: [more/over.yaml, base.yaml]\ntestbed:\n  custom:\n    '%EXTEND_LIST{images}': [b]\ndevices: {r1: {os: own, connections: {defaults: {via: mgnt}}}}\n",
            "labs/lab.yaml", files.GetValueOrDefault, CancellationToken.None);

        var device = Assert.Single(document.Devices);
        Assert.Equal(("base", "over"), (document.Name, document.Testbed?.Text("alias")));
        Assert.Equal(("own", "over", "base"), (device.Body.Text("os"), device.Body.Text("role"), device.Body.Text("type")));
        Assert.Equal(["a", "b"], ((YamlSequence)document.Testbed!.Mapping("custom")!["images"]!).Items.Select(static item => item.ToString()));
        Assert.Equal("labs/base.yaml(7,19)", device.Paths[0].Key.Range.ToString());
        Assert.True(document.IsComplete);
        Assert.Equal("labs/lab.yaml(5,55): warning CG2005: 'mgnt' is no path of 'r1'; did you mean 'mgmt'? There is only mgmt.", Assert.Single(document.Problems).ToString());
    }

    [Fact]
    public void Files_that_extend_each_other_are_told_as_a_circle()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal) { ["b.yaml"] = "extends: c.yaml\n", ["c.yaml"] = "devices: {}\nextends: a.yaml\n" };
        var document = TestbedReader.Read("extends: b.yaml\n", "a.yaml", files.GetValueOrDefault, CancellationToken.None);

        Assert.Contains("c.yaml(2,10): error CG2013: 'a.yaml' goes in a circle: a.yaml -> b.yaml -> c.yaml -> a.yaml", document.Problems.Select(static problem => problem.ToString()));
        Assert.Equal(["a.yaml", "b.yaml", "c.yaml"], document.Problems.Select(static problem => problem.Range.File));
    }

    [Fact]
    public void A_file_that_is_missing_is_named_with_the_item_to_add()
    {
        var document = TestbedReader.Read("devices:\n  r1: '%INCLUDE{parts/r1.yaml}'\n", "labs/lab.yaml", static _ => null, CancellationToken.None);

        Assert.Equal(
            "labs/lab.yaml(2,7): error CG2013: there is no file 'labs/parts/r1.yaml'; where it exists, the project must name it, too: <Testbed Include=\"labs/parts/r1.yaml\" />",
            Assert.Single(document.Problems).ToString());
    }

    [Fact]
    public void Without_a_way_to_other_files_what_they_may_hold_is_not_judged()
    {
        var document = Read("extends: base.yaml\ndevices: {r1: {connections: {defaults: {via: mgmt}}}}\n");

        Assert.False(document.IsComplete);
        Assert.Empty(document.Problems);
    }

    [Fact]
    public void The_testbed_is_called_by_its_name_or_like_its_file()
    {
        Assert.Equal("x", Read("testbed: {name: x}\ndevices: {}").Name);
        Assert.Equal("lab", Read("devices: {}").Name);
        Assert.Equal("site1", TestbedReader.Read("devices: {}", "dir/CONFIG.site1.yaml", CancellationToken.None).Name);
    }

    [Fact]
    public void A_large_map_finds_its_keys_as_a_small_one_does()
    {
        var devices = Read("devices:\n" + string.Concat(Enumerable.Range(0, 3000).Select(static i => $"  r{i}: {{os: o{i}, connections: {{}}}}\n"))).Root!.Mapping("devices")!;

        Assert.All(Enumerable.Range(0, 3000), i => Assert.Equal($"o{i}", devices.Mapping($"r{i}")?.Text("os")));
        Assert.Null(devices["r3000"]);
        Assert.Equal(3000, devices.Entries.Count);
    }

    private static TestbedDocument Read(string text) => TestbedReader.Read(text, "lab.yaml", CancellationToken.None);
}
