using System.Net;

namespace ConnectionGen.Tests.Testbeds.Values;

public sealed class ConnectionArgumentsTests
{
    private enum Speed
    {
        Slow,
        VeryFast,
    }

    [Theory]
    [InlineData("{term_width: 2, arguments: {term_width: 1}}", "{term_width: 4, arguments: {term_width: 3}}", 1)]
    [InlineData("term_width: 2", "{term_width: 4, arguments: {term_width: 3}}", 2)]
    [InlineData("ip: x", "{term_width: 4, arguments: {term_width: 3}}", 3)]
    [InlineData("ip: x", "term_width: 4", 4)]
    [InlineData("arguments: {term_width: }", "term_width: 4", 4)]
    [InlineData("ip: x", "class: X", null)]
    public void The_path_wins_over_the_defaults_and_arguments_over_plain_keys(string path, string defaults, int? expected) =>
        Assert.Equal(expected, Described.Arguments(path, defaults).Find("term_width")?.ToInt32());

    [Fact]
    public void Every_type_has_its_form()
    {
        var arguments = Described.Arguments("""
            text: " as is "
            yes: on
            no: FALSE
            hex: 0x1F
            zeros: 010
            big: 18446744073709551615
            number: -1.5e3
            letter: x
            speed: very_fast
            url: https://10.0.0.1/api
            v4: 10.0.0.1
            v6: 2001:db8::1
            api_token: "%ENV{TOKEN}"
            list: [a, 2, "%ENV{TOKEN}"]
            map: {b: 1, a: x}
            """, environment: static _ => "t0ken");

        Assert.Equal(" as is ", arguments.Find("text")?.ToText());
        Assert.Equal((true, false), (arguments.Find("yes")?.ToBoolean(), arguments.Find("no")?.ToBoolean()));
        Assert.Equal(((byte)31, (sbyte)31, (short)31, (ushort)31), (arguments.Find("hex")?.ToByte(), arguments.Find("hex")?.ToSByte(), arguments.Find("hex")?.ToInt16(), arguments.Find("hex")?.ToUInt16()));
        Assert.Equal((10, 10u, 10L), (arguments.Find("zeros")?.ToInt32(), arguments.Find("zeros")?.ToUInt32(), arguments.Find("zeros")?.ToInt64()));
        Assert.Equal(ulong.MaxValue, arguments.Find("big")?.ToUInt64());
        Assert.Equal((-1500f, -1500d, -1500m), (arguments.Find("number")?.ToSingle(), arguments.Find("number")?.ToDouble(), arguments.Find("number")?.ToDecimal()));
        Assert.Equal('x', arguments.Find("letter")?.ToChar());
        Assert.Equal(Speed.VeryFast, arguments.Find("speed")?.ToEnum<Speed>());
        Assert.Equal(new Uri("https://10.0.0.1/api"), arguments.Find("url")?.ToUri());
        Assert.Equal((IPAddress.Parse("10.0.0.1"), IPAddress.Parse("2001:db8::1")), (arguments.Find("v4")?.ToIPAddress(), arguments.Find("v6")?.ToIPAddress()));
        Assert.Equal("t0ken", arguments.Find("api_token")?.ToSecret()?.Reveal());
        Assert.Equal(["a", "2", "t0ken"], arguments.Find("list")?.ToList(static item => item.ToText()));
        Assert.Equal(["x"], arguments.Find("letter")?.ToList(static item => item.ToText()));
        Assert.Equal([new("b", "1"), new("a", "x")], arguments.Find("map")?.ToMap(static item => item.ToText()));
    }

    [Theory]
    [InlineData("90", 90)]
    [InlineData("0.5", 0.5)]
    [InlineData("00:01:30", 90)]
    [InlineData("1.00:00:00", 86400)]
    [InlineData("PT1M30S", 90)]
    [InlineData("P1DT1H", 90000)]
    [InlineData("-PT1.5S", -1.5)]
    [InlineData("P1W", 604800)]
    public void A_span_of_time_is_seconds_or_a_clock_or_iso(string text, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Described.Arguments($"timeout: '{text}'").Find("timeout")?.ToTimeSpan());

    [Theory]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1M")]
    [InlineData("PT1S2M")]
    [InlineData("PT1")]
    [InlineData("PTS")]
    [InlineData("P1DT1HT1M")]
    [InlineData("PT..S")]
    [InlineData("1e300")]
    [InlineData("P999999999999W")]
    [InlineData("P99999999999999999999999999999999999D")]
    [InlineData("NaN")]
    [InlineData("1:30")]
    public void Another_text_is_no_span_of_time(string text) =>
        Assert.Equal(
            $"lab.yaml(7,18): error CG2008: 'timeout' of path 'mgmt' of device 'r1' is '{text}'; expected seconds or a span of time, as in 90, 0.5, PT1M30S or 00:01:30.",
            Assert.Throws<TestbedValueException>(() => Described.Arguments($"timeout: '{text}'").Find("timeout")?.ToTimeSpan()).Message);

    [Fact]
    public void A_value_of_another_type_is_refused_with_all_that_is_known()
    {
        var error = Assert.Throws<TestbedValueException>(() => Described.Arguments("arguments:\n  term_width: wide").Find("term_width")?.ToInt32());

        Assert.Equal("lab.yaml(8,23): error CG2008: 'term_width' of path 'mgmt' of device 'r1' is 'wide'; expected a whole number from -2147483648 to 2147483647.", error.Message);
        Assert.Equal(("CG2008", "term_width", "r1", "mgmt"), (error.Id, error.Key, error.Device, error.Path));
        Assert.Equal(8, error.Range?.Start.Line);
    }

    [Theory]
    [InlineData("300", "a whole number from 0 to 255.")]
    [InlineData("-1", "a whole number from 0 to 255.")]
    [InlineData("[1]", "a single value.")]
    [InlineData("1.0", "a whole number from 0 to 255.")]
    public void A_number_out_of_range_is_refused(string text, string expected) =>
        Assert.EndsWith(expected, Assert.Throws<TestbedValueException>(() => Described.Arguments($"x: {text}").Find("x")?.ToByte()).Message, StringComparison.Ordinal);

    [Fact]
    public void A_misspelt_enum_value_gets_a_proposal() =>
        Assert.Equal(
            "lab.yaml(7,16): error CG2008: 'speed' of path 'mgmt' of device 'r1' is 'slwo'; expected one of Slow, VeryFast; did you mean 'Slow'?",
            Assert.Throws<TestbedValueException>(() => Described.Arguments("speed: slwo").Find("speed")?.ToEnum<Speed>()).Message);

    [Theory]
    [InlineData("0")]
    [InlineData("Slow, VeryFast")]
    public void An_enum_value_is_one_name_and_no_number(string text) =>
        Assert.Throws<TestbedValueException>(() => Described.Arguments($"speed: '{text}'").Find("speed")?.ToEnum<Speed>());

    [Theory]
    [InlineData("1")]
    [InlineData("10.1")]
    [InlineData("10.0.0.1/24")]
    [InlineData("r1")]
    public void An_address_has_all_its_parts(string text) =>
        Assert.Throws<TestbedValueException>(() => Described.Arguments($"x: '{text}'").Find("x")?.ToIPAddress());

    [Fact]
    public void A_secret_and_what_markup_stands_for_are_not_told()
    {
        var secret = Assert.Throws<TestbedValueException>(() => Described.Arguments("password: hunter2").Find("password")?.ToInt32());
        var hidden = Assert.Throws<TestbedValueException>(() => Described.Arguments("term_width: '%ENV{X}'", environment: static _ => "hunter2").Find("term_width")?.ToInt32());

        Assert.DoesNotContain("hunter2", secret.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", hidden.ToString(), StringComparison.Ordinal);
        Assert.Contains("'%ENV{X}'", hidden.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_asked_for_a_secret_does_not_show_whatever_its_key_and_wherever_it_stands()
    {
        var questions = new List<TestbedQuestion>();
        var device = Described.Testbed("""
            testbed: {custom: {shared: "%ASK{shared}"}}
            devices:
              r1:
                connections:
                  mgmt:
                    session: "%ASK{plain}"
                    other: "%{testbed.custom.shared}"
                    width: "%ASK{width}"
                    arguments: {several: ["%ASK{first}", "%ASK{second}"], login: {pin: "%ASK{pin}", name: "%ASK{name}"}}
            """, new TestbedOptions { Ask = question => { questions.Add(question); return question.Text; } }).Devices[0];
        var arguments = new ConnectionArguments(device, device.Paths["mgmt"]);

        var (session, other, width, several, login) = (arguments.Find("session"), arguments.Find("other"), arguments.Find("width"), arguments.Find("several"), arguments.Find("login"));
        Assert.Empty(questions);
        Assert.Equal(("plain", "shared", "width"), (session?.ToSecret().Reveal(), other?.ToSecret().Reveal(), width?.ToText()));
        Assert.Equal(["first", "second"], several?.ToList(static item => item.ToSecret().Reveal()));
        Assert.Equal(("pin", "name"), login?.ToRecord(static fields => (fields.Find("pin")?.ToSecret().Reveal(), fields.Find("name")?.ToText()), "pin", "name"));
        Assert.Equal(["plain", "shared", "first", "second", "pin"], questions.Where(static question => question.IsSecret).Select(static question => question.Text));
        Assert.Equal(["width", "name"], questions.Where(static question => !question.IsSecret).Select(static question => question.Text));
    }

    [Theory]
    [InlineData("%{testbed.custom.empty}")]
    [InlineData("%{testbed.custom.further}")]
    [InlineData("%CALLABLE{nothing}")]
    public void Markup_that_stands_for_nothing_leaves_it_to_the_defaults(string markup)
    {
        var device = Described.Testbed($$"""
            testbed: {custom: {empty: , further: "%{testbed.custom.empty}"} }
            devices: {r1: {connections: {defaults: {width: 4}, mgmt: {width: "{{markup}}"} } } }
            """, new TestbedOptions { Callables = new Dictionary<string, Func<TestbedFiles.MarkupCall, object?>> { ["nothing"] = static _ => null } }).Devices[0];
        Assert.Equal(4, new ConnectionArguments(device, device.Paths["mgmt"]).Find("width")?.ToInt32());
    }

    [Fact]
    public void Markup_that_goes_in_a_circle_ends()
    {
        var device = Described.Testbed("""
            testbed: {custom: {a: "%{testbed.custom.b}", b: "%{testbed.custom.a}"}}
            devices: {r1: {connections: {mgmt: {width: "%{testbed.custom.a}"}}}}
            """, new TestbedOptions()).Devices[0];
        Assert.Equal("CG2012", Assert.Throws<TestbedValueException>(() => new ConnectionArguments(device, device.Paths["mgmt"]).Find("width")).Id);
    }

    [Fact]
    public void A_missing_value_is_named_with_its_path() =>
        Assert.Equal(
            "lab.yaml(6,7): error CG2004: 'name' of path 'mgmt' of device 'r1' is missing; the connection class needs it. Write it on the path or give it in the call.",
            Described.Arguments("ip: x").Missing("name").Message);
}
