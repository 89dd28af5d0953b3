namespace ConnectionGen.Tests.Testbeds.Values;

public sealed class MarkupValuesTests
{
    private const string Yaml = """
        testbed:
          name: lab
          custom: {image: ios.bin, twice: "%{testbed.custom.image}", circle: "%{testbed.custom.circle}"}
        devices:
          10.1.1.1:
            os: iosxe
            custom:
              file: "%{testbed.custom.image}"
              path: "tftp://%{testbed.custom.twice}/%{self}/%{self.os}"
              dotted: "%{devices.10.1.1.1.os}"
              names: "%{devices.keys()}"
              circle: "%{testbed.custom.circle}"
              nowhere: "%{testbed.custom.imgae}"
              interface: "%INTF{uplink}"
              argument: "%CLI{host}|%CLI{port, default=23}"
              strange: "100% %{ %FOO{x} %ENV {Y}"
              empty: "[%ENV{NOT_SET,}]"
              asked: "%ASK{Which?}"
              callable: "%CALLABLE{a.b}"
            connections: {}
        topology:
          10.1.1.1:
            interfaces:
              Ethernet1/1: {type: ethernet, alias: uplink}
        """;

    [Theory]
    [Behaviour("MK-01", "MK-02", "MK-03", "MK-05", "MK-06", "MK-17", "MK-19")]
    [InlineData("file", "ios.bin")]
    [InlineData("path", "tftp://ios.bin/10.1.1.1/iosxe")]
    [InlineData("dotted", "iosxe")]
    [InlineData("interface", "Ethernet1/1")]
    [InlineData("argument", "|23")]
    [InlineData("strange", "100% %{ %FOO{x} %ENV {Y}")]
    [InlineData("empty", "[]")]
    public void Markup_is_replaced_by_what_it_stands_for(string key, string value) => Assert.Equal(value, Custom(key));

    [Theory]
    [Behaviour("MK-20")]
    [InlineData("circle", "lab.yaml(3,70): error CG2012: '%{testbed.custom.circle}' refers to itself")]
    [InlineData("nowhere", "lab.yaml(13,16): error CG2012: '%{testbed.custom.imgae}' names nothing in lab.yaml")]
    [InlineData("callable", "lab.yaml(19,17): error CG2012: '%CALLABLE{a.b}' calls a function that is not registered; there are none. Add it to TestbedOptions.Callables")]
    [InlineData("asked", "lab.yaml(18,14): error CG2012: 'asked' of device '10.1.1.1' is to be asked for (\"Which?\"), and there is nobody to ask; set TestbedOptions.Ask")]
    [InlineData("names", "lab.yaml(11,14): error CG2008: 'names' of device '10.1.1.1' is a list; expected a single value.")]
    public void Markup_that_gives_nothing_is_refused_where_it_stands(string key, string message) =>
        Assert.Equal(message, Assert.Throws<TestbedValueException>(() => Custom(key)).Message);

    [Theory]
    [InlineData("{a: {b: '%{testbed.custom}'}}", "a", "b")]
    [InlineData("{one: {two: '%{testbed.custom.other}'}, other: {three: '%{testbed.custom.one}'}}", "one", "two", "three")]
    [InlineData("{one: {two: '%{testbed.custom.other}'}, other: {three: '%{testbed.custom.one}'}}", "other", "three")]
    [InlineData("{list: [a, '%{testbed.custom.list}']}", "list", "1")]
    public void A_block_that_is_to_stand_within_itself_is_a_warning_and_refused_when_it_is_read(string custom, params string[] way)
    {
        var description = Described.Testbed($"testbed: {{custom: {custom}}}\ndevices: {{r1: {{os: ios}}}}\n");
        var value = way.Aggregate(description.Custom, static (at, key) => int.TryParse(key, out var index) ? at[index] : at[key]);

        Assert.Equal(("CG2012", TestbedFiles.ProblemSeverity.Warning), Assert.Single(description.Problems.Select(static problem => (problem.Id, problem.Severity)), static problem => problem.Id == "CG2012"));
        Assert.EndsWith("stands for what it stands in itself", Assert.Throws<TestbedValueException>(() => value.Exists).Message, StringComparison.Ordinal);
        Assert.Equal("ios", description.Devices[0].Os);
    }

    [Fact]
    public void A_question_is_asked_once()
    {
        var questions = new List<string>();
        var device = Described.Device("devices:\n  r1:\n    os: '%ASK{Which system?}'\n    type: '%ASK{}'\n", ask: question =>
        {
            questions.Add(question);
            return "answer";
        });

        Assert.Empty(questions);
        Assert.Equal(("answer", "answer", "answer"), (device.Os, device.Os, device.Type));
        Assert.Equal(["Which system?", "type of device 'r1'"], questions);
    }

    [Fact]
    [Behaviour("MK-18")]
    public void A_plain_value_that_begins_with_a_percent_sign_is_told_to_be_quoted() =>
        Assert.Contains("quotes", Assert.Throws<TestbedFileException>(() => Described.Testbed("testbed:\n  name: %ENV{NAME}\ndevices: {}\n")).Message, StringComparison.Ordinal);

    // a device's custom values have no member of their own: read them as the arguments of a path are read
    private static string? Custom(string key)
    {
        var document = TestbedFiles.TestbedReader.Read(Yaml, "lab.yaml", CancellationToken.None);
        var scope = new ValueScope(new MarkupValues(document, new TestbedValueSources { Environment = static _ => null }), document.Devices[0]);
        return scope.Text(document.Devices[0].Body.Mapping("custom"), key);
    }
}
