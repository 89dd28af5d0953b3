using ConnectionGen.TestbedFiles;
using ConnectionGen.Tests.Testbeds.Values;

namespace ConnectionGen.Tests.Testbeds.Markup;

public sealed class MarkupFormsTests
{
    [Theory]
    [Behaviour("MK-11", "MK-12", "MK-13", "MK-14")]
    [InlineData("%CLI{host}", "--host r1 --other x", "r1")]
    [InlineData("%CLI{host}", "-host r1", "r1")]
    [InlineData("%CLI{--host}", "--host=r1", "r1")]
    [InlineData("%CLI{host}", "--hosts r1", "")]
    [InlineData("%CLI{host}", "host r1", "")]
    [InlineData("%CLI{host}", "--host --other", "true")]
    [InlineData("%CLI{host}", "--host r1 r2", "r1|r2")]
    [InlineData("%CLI{host}", "--host r1 -v --host r2", "r1|r2")]
    [InlineData("%CLI{host}", "--host -5 -0.5", "-5|-0.5")]
    [InlineData("%CLI{host}", "--host=", "")]
    [InlineData("%CLI{host, default=r9}", "", "r9")]
    [InlineData("%CLI{host, default = 'r 9'}", "", "r 9")]
    [InlineData("%CLI{host, default=[1, 2]}", "", "1|2")]
    [InlineData("%CLI{host, default=[]}", "", null)]
    [InlineData("%CLI{host, default=r9}", "--host r1", "r1")]
    public void An_argument_of_the_command_line(string markup, string arguments, string? values)
    {
        var device = Device($"custom: {{a: \"{markup}\"}}", new TestbedOptions { Arguments = arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries) });

        Assert.Equal(values?.Split('|') ?? [], MarkupTexts.CustomTexts(device, "a"));
    }

    [Fact]
    [Behaviour("MK-12")]
    public void A_number_of_the_command_line_is_a_number()
    {
        var device = Device("connections: {mgmt: {port: \"%CLI{port}\", verify: \"%CLI{verify}\", wait: \"%CLI{wait}\"}}", new TestbedOptions { Arguments = ["--port", "2222", "--verify", "--wait", "0.5"] });
        var arguments = new ConnectionArguments(device, device.Paths["mgmt"]);

        Assert.Equal((2222, (bool?)true, (double?)0.5), (device.Paths["mgmt"].Port, arguments.Find("verify")?.ToBoolean(), arguments.Find("wait")?.ToDouble()));
    }

    [Fact]
    [Behaviour("MK-07", "MK-22")]
    public void A_registered_function_is_called_once_with_its_parameters()
    {
        var calls = new List<string>();
        var device = Device("custom: {a: \"x-%CALLABLE{lab.count(r1, 'a, b', width=3)}-y\", list: \"%CALLABLE{lab.list}\", none: \"%CALLABLE{lab.none}\"}", new TestbedOptions
        {
            Callables = new Dictionary<string, Func<MarkupCall, object?>>(StringComparer.Ordinal)
            {
                ["lab.count"] = call =>
                {
                    calls.Add($"{string.Join('|', call.Arguments)}|{call.Named["width"]}");
                    return 42;
                },
                ["lab.list"] = static _ => "one two".Split(' '),
                ["lab.none"] = static _ => null,
            },
        });

        Assert.Empty(calls);
        Assert.Equal(("x-42-y", "x-42-y"), (MarkupTexts.Custom(device, "a"), MarkupTexts.Custom(device, "a")));
        Assert.Equal(["r1|a, b|3"], calls);
        Assert.Equal(["one", "two"], MarkupTexts.CustomTexts(device, "list"));
        Assert.Null(MarkupTexts.Custom(device, "none"));
    }

    [Fact]
    public void A_function_that_fails_is_named_and_what_it_says_is_not()
    {
        var functions = new Dictionary<string, Func<MarkupCall, object?>>(StringComparer.Ordinal) { ["lab.fail"] = static _ => throw new InvalidOperationException("hunter2") };
        var device = Device("custom: {a: \"%CALLABLE{lab.fail}\", b: \"%CALLABLE{lab.fial(1)}\"}", new TestbedOptions { Callables = functions });

        var error = Assert.Throws<TestbedValueException>(() => MarkupTexts.Custom(device, "a"));
        Assert.Equal("lab.yaml(3,17): error CG2012: '%CALLABLE{lab.fail}' failed with a InvalidOperationException", error.Message);
        Assert.IsType<InvalidOperationException>(error.InnerException);
        Assert.Equal(
            "lab.yaml(3,43): error CG2012: '%CALLABLE{lab.fial}' calls a function that is not registered; did you mean 'lab.fail'? There is only lab.fail. Add it to TestbedOptions.Callables",
            Assert.Throws<TestbedValueException>(() => MarkupTexts.Custom(device, "b")).Message);
    }

    [Fact]
    [Behaviour("MK-21", "MK-20")]
    public void A_whole_device_is_what_a_function_gives_before_there_are_devices()
    {
        var options = new TestbedOptions { Callables = new Dictionary<string, Func<MarkupCall, object?>>(StringComparer.Ordinal) { ["lab.device"] = static call => NewDevice(call.Arguments[0]) } };
        using var testbed = Testbed.Parse("devices:\n  r1: \"%CALLABLE{lab.device(10.0.0.7)}\"\n", options);

        var path = testbed.Devices["r1"].Description.Paths["mgmt"];
        Assert.Equal(("10.0.0.7", 22), (path.Host, path.Port));
        Assert.Equal("mgmt", testbed.Devices["r1"].Description.Defaults.Via);
        Assert.Equal(
            "testbed.yaml(2,7): error CG2012: '%CALLABLE{lab.other}' calls a function that is not registered. There is only lab.device. Add it to TestbedOptions.Callables",
            Assert.Throws<TestbedValueException>(() => Testbed.Parse("devices:\n  r1: \"%CALLABLE{lab.other}\"\n", options)).Message);
    }

    [Theory]
    [InlineData("default")]
    [InlineData("enable")]
    public void The_old_forms_hold_in_credentials(string name)
    {
        var questions = new List<TestbedQuestion>();
        var credentials = Described.Testbed(
            "testbed:\n  passwords: {enable: ASK(Enable password)}\n  credentials: {default: {password: ENC(w5PDosOUw5fDog==), note: ENC}}\ndevices: {}",
            new TestbedOptions
            {
                Ask = question =>
                {
                    questions.Add(question);
                    return "answer";
                },
            }).Credentials;

        Assert.Equal(name == "default" ? "cisco" : "answer", credentials[name].Password?.Reveal());
        Assert.Equal(name == "default" ? [] : [new TestbedQuestion("Enable password", IsSecret: true, "password")], questions);
        Assert.Equal("ENC", credentials["default"]["note"]?.Reveal());
    }

    [Fact]
    [Behaviour("MK-09", "CR-10")]
    public void A_question_says_what_it_is_for_and_whether_the_answer_may_be_seen()
    {
        var questions = new List<TestbedQuestion>();
        var device = Device("alias: \"%ASK{}-%ASK{Second}\"\n    connections: {mgmt: {credentials: {default: {token: \"%ASK{}\"}}}}", new TestbedOptions
        {
            Ask = question =>
            {
                questions.Add(question);
                return $"{questions.Count}";
            },
        });

        Assert.Equal(("1-2", "1-2", "3"), (device.DeviceAlias, device.DeviceAlias, device.Paths["mgmt"].Credentials["default"]["token"]?.Reveal()));
        Assert.Equal(
            [
                new("alias of device 'r1'", false, "alias", "r1"),
                new("Second", false, "alias", "r1"),
                new("token of path 'mgmt' of device 'r1'", true, "token", "r1", "mgmt"),
            ],
            questions);
    }

    [Fact]
    public void A_few_references_cannot_ask_for_all_memory()
    {
        var lines = string.Concat(Enumerable.Range(1, 25).Select(static i => $"      a{i}: \"%{{self.custom.a{i - 1}}}%{{self.custom.a{i - 1}}}\"\n"));
        var device = Device("custom:\n      a0: x\n" + lines, new TestbedOptions());

        Assert.Equal(8, MarkupTexts.Custom(device, "a3")?.Length);
        Assert.Throws<TestbedValueException>(() => MarkupTexts.Custom(device, "a25"));
    }

    private static Dictionary<string, object?> NewDevice(string address) => new(StringComparer.Ordinal)
    {
        ["os"] = "iosxe",
        ["connections"] = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["defaults"] = new Dictionary<string, string>(StringComparer.Ordinal) { ["via"] = "mgmt" },
            ["mgmt"] = new Dictionary<string, object?>(StringComparer.Ordinal) { ["ip"] = address, ["port"] = 22 },
        },
    };

    private static DeviceDescription Device(string keys, TestbedOptions options) => Described.Testbed($"devices:\n  r1:\n    {keys}\n", options).Devices[0];
}
