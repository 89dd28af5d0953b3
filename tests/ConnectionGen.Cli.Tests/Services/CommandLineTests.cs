using ConnectionGen.Cli.Platforms;

namespace ConnectionGen.Cli.Tests.Services;

public class CommandLineTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, Behaviour("CL-01", "CL-10", "CL-60", "CL-63", "CL-66", "CL-67", "SM-06")]
    [InlineData("r1> ", "disable", "r1")]
    [InlineData("r1# ", "enable", "r1")]
    [InlineData("Router-1.lab#", "enable", "Router-1.lab")]
    [InlineData("r1-stby> ", "disable", "r1")]
    [InlineData("r1(config-if)# ", "config", "r1")]
    [InlineData("r1(boot)# ", "enable", "r1")]
    [InlineData("##########r1> ", "disable", "r1")]
    [InlineData("rommon 1 > ", "rommon", null)]
    public async Task The_mode_and_the_name_are_read_from_the_prompt(string prompt, string mode, string? host)
    {
        await using var device = new ScriptedDevice(CliPlatforms.Ios);
        await device.FindPromptAsync("banner with a # in it\r\n\r\n" + prompt);
        Assert.Equal((mode, host), (device.Line.Mode?.Name, device.Line.HostName));
    }

    [Theory, Behaviour("CL-64")]
    [InlineData("r1# ", 20, "r1")]
    [InlineData("R1> ", 20, "R1")]
    [InlineData("edge-1# ", 20, "edge-1")]
    [InlineData("edge# ", 150, "edge")]
    [InlineData("rommon 1 > ", 150, null)]
    public async Task The_first_prompt_is_believed_sooner_where_it_has_the_name_that_the_testbed_knows(string prompt, int milliseconds, string? host)
    {
        var time = new RecordedWaits();
        await using var device = new ScriptedDevice(CliPlatforms.Ios, ["r1", "edge-1"], time);
        await device.FindPromptAsync("banner\r\n" + prompt);
        Assert.Equal([TimeSpan.FromMilliseconds(milliseconds)], time.Waits);
        Assert.Equal(host, device.Line.HostName);
    }

    [Fact]
    public async Task A_name_that_was_learnt_counts_and_no_longer_that_of_the_testbed()
    {
        var time = new RecordedWaits();
        await using var device = new ScriptedDevice(CliPlatforms.Ios, ["r1"], time);
        await device.FindPromptAsync("edge# ");
        device.Reply = static _ => "r1# ";
        await device.RunAsync("hostname r1");
        Assert.Equal([TimeSpan.FromMilliseconds(150), TimeSpan.FromMilliseconds(150)], time.Waits);
        Assert.Equal("r1", device.Line.HostName);
    }

    [Fact]
    public async Task Output_comes_without_echo_and_prompt()
    {
        await using var device = await EnabledAsync();
        device.Reply = line => line == "show clock" ? "\r\n12:00\r\n  indented \r\n\r\nr1# " : "r1# ";
        Assert.Equal("12:00\n  indented ", await device.RunAsync("show clock"));
        Assert.Equal("", await device.RunAsync("terminal length 0"));
        Assert.Equal("", await device.RunAsync(""));
    }

    [Fact]
    public async Task Text_may_come_byte_by_byte_and_look_like_a_prompt_in_between()
    {
        await using var device = await EnabledAsync();
        device.Link.OnLine = null;
        var run = device.RunAsync("more log");
        // a copy of a session inside the output
        device.Link.SaysByteByByte("more log\r\nr1# show version\r\nr1# configure terminal\r\nr1(config)# end\r\nr1# ");
        Assert.Equal("r1# show version\nr1# configure terminal\nr1(config)# end", await run);
    }

    [Fact, Behaviour("SM-02")]
    public async Task A_line_that_looks_like_a_prompt_and_goes_on_is_output()
    {
        await using var device = await EnabledAsync();
        device.Link.OnLine = null;
        var run = device.RunAsync("show banner");
        device.Link.Says("show banner\r\nhost> ");
        await Task.Delay(20, Token);
        device.Link.Says("not yet\r\nother# ");
        await Task.Delay(20, Token);
        device.Link.Says("neither\r\nr1# ");
        Assert.Equal("host> not yet\nother# neither", await run);
    }

    [Fact]
    public async Task Messages_between_the_prompt_and_the_echo_are_no_output()
    {
        await using var device = await EnabledAsync();
        device.Link.Says("\r\n*Mar 1 00:00:01: %SYS-5-CONFIG_I: Configured\r\nr1# ");
        device.Reply = _ => "up\r\nr1# ";
        device.Link.OnLine = line => "\r\n*Mar 1 00:00:02: %LINK-3-UPDOWN: changed\r\nr1# " + line + "\r\nup\r\nr1# ";
        Assert.Equal("up", await device.RunAsync("show state"));
    }

    [Fact]
    public async Task A_device_that_repeats_nothing_is_understood()
    {
        await using var device = await EnabledAsync();
        device.Echoes = false;
        device.Reply = line => $"answer to {line}\r\nr1# ";
        Assert.Equal("answer to a", await device.RunAsync("a"));
        Assert.Equal("answer to b", await device.RunAsync("b"));
    }

    [Fact]
    public async Task What_a_command_that_ran_out_of_time_still_sends_is_no_answer_to_the_next()
    {
        await using var device = await EnabledAsync();
        device.Reply = _ => "first line\r\n";
        var e = await Assert.ThrowsAsync<ExpectTimeoutException>(() => device.RunAsync("slow", 0.05));
        Assert.StartsWith("r1 (memory) in mode enable: not seen within 0.05 s: config prompt ", e.Message, StringComparison.Ordinal);
        Assert.Contains("The last lines that came:\n  | ", e.Message, StringComparison.Ordinal);
        Assert.Contains("  | first line\n", e.Message, StringComparison.Ordinal);
        device.Reply = _ => "right\r\nr1# ";
        var fast = device.RunAsync("fast");
        Assert.DoesNotContain("fast", device.Link.Sent, StringComparison.Ordinal);
        device.Link.Says("second line\r\nr1# ");
        Assert.Equal("right", await fast);
    }

    [Fact, Behaviour("CL-64", "CL-69", "SM-05", "SM-12", "SM-15", "SV-47", "SV-50", "SV-51")]
    public async Task Modes_are_changed_over_others_and_a_new_name_is_learnt()
    {
        await using var device = new ScriptedDevice(CliPlatforms.Ios);
        var name = "r1";
        var mode = ">";
        device.Reply = line =>
        {
            mode = line switch
            {
                "enable" => "#",
                "configure terminal" => "(config)#",
                "interface lo" => "(config-if)#",
                "end" => "#",
                "disable" => ">",
                _ => mode,
            };
            if (line == "hostname new")
                name = "new";
            return $"{name}{mode} ";
        };
        await device.FindPromptAsync("r1> ");
        await device.GoToAsync("config");
        Assert.Equal("config", device.Line.Mode?.Name);
        await device.RunAsync("interface lo");
        await device.RunAsync("hostname new");
        Assert.Equal(("config", "new"), (device.Line.Mode?.Name, device.Line.HostName));
        await device.GoToAsync("disable");
        Assert.Equal("enable\rconfigure terminal\rinterface lo\rhostname new\rend\rdisable\r", device.Link.Sent);
        await device.GoToAsync("disable");
        Assert.EndsWith("\rdisable\r", device.Link.Sent, StringComparison.Ordinal);
    }

    [Fact, Behaviour("PW-14")]
    public async Task Enable_passwords_are_tried_in_order()
    {
        await using var device = new ScriptedDevice(CliPlatforms.Ios, null, ("default", () => "wrong-one"), ("enable", () => "right-one"));
        AsksForPassword(device, "right-one");
        await device.FindPromptAsync("r1> ");
        await device.GoToAsync("enable");
        Assert.Equal("enable\rwrong-one\rright-one\r", device.Link.Sent);
    }

    [Fact, Behaviour("PW-13")]
    public async Task No_more_than_three_enable_passwords_are_tried()
    {
        await using var device = new ScriptedDevice(CliPlatforms.Ios, null, ("a", () => "wrong-a"), ("b", () => "wrong-b"), ("c", () => "wrong-c"), ("d", () => "right-one"));
        AsksForPassword(device, "right-one");
        await device.FindPromptAsync("r1> ");
        var e = await Assert.ThrowsAsync<AuthenticationFailedException>(() => device.GoToAsync("enable"));
        Assert.Contains("refused that of 'a', 'b', 'c'.", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("right-one", device.Link.Sent, StringComparison.Ordinal);
    }

    [Fact, Behaviour("SV-48")]
    public async Task Enable_passwords_that_are_all_refused_are_an_error_without_the_passwords()
    {
        await using var device = new ScriptedDevice(CliPlatforms.Ios, null, ("default", () => "wrong-one"), ("enable", () => "wrong-two"));
        AsksForPassword(device, "right-one");
        await device.FindPromptAsync("r1> ");
        var e = await Assert.ThrowsAsync<AuthenticationFailedException>(() => device.GoToAsync("enable"));
        Assert.StartsWith("r1 (memory) in mode disable: the device asked for a password for a more privileged mode and refused that of 'default', 'enable'. ", e.Message.Replace("(memory):", "(memory) in mode disable:", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("% Bad secrets", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", e.Message, StringComparison.Ordinal);
        Assert.Equal("disable", device.Line.Mode?.Name);
    }

    [Fact, Behaviour("SM-17", "SV-52")]
    public async Task A_mode_that_is_not_entered_is_an_error_that_says_what_came()
    {
        await using var device = await EnabledAsync();
        device.Reply = _ => "% Locked by another session\r\nr1# ";
        var e = await Assert.ThrowsAsync<ModeChangeException>(() => device.GoToAsync("config"));
        Assert.Equal(
            "r1 (memory): 'configure terminal' in mode enable should lead to mode config, but the device is in mode enable. The last lines that came:\n  | % Locked by another session", e.Message);
        e = await Assert.ThrowsAsync<ModeChangeException>(() => device.GoToAsync("nowhere"));
        Assert.Matches("^r1 \\(memory\\): the platform 'ios' has no mode 'nowhere'\\. It has: config, enable, .*\\.$", e.Message);
    }

    [Fact, Behaviour("CL-69")]
    public async Task A_shell_is_known_by_what_its_prompt_was()
    {
        await using var device = new ScriptedDevice(CliPlatforms.Linux);
        device.Reply = line => line == "cd /tmp" ? "\e[?2004hme@host:/tmp$ " : "\e[?2004l\rout\r\n\e[?2004hme@host:~$ ";
        await device.FindPromptAsync("Welcome\r\n\e[?2004hme@host:~$ ");
        Assert.Equal("out", await device.RunAsync("echo out"));
        Assert.Equal("", await device.RunAsync("cd /tmp"));
    }

    [Fact]
    public async Task A_link_that_ends_in_the_middle_says_what_came()
    {
        await using var device = await EnabledAsync();
        device.Reply = _ => "half";
        var run = device.RunAsync("show it");
        device.Link.Ends();
        var e = await Assert.ThrowsAsync<LinkClosedException>(() => run);
        Assert.Contains("r1 (memory) in mode enable: the link was closed while waiting for config prompt", e.Message, StringComparison.Ordinal);
        Assert.EndsWith("| half", e.Message, StringComparison.Ordinal);
    }

    private static void AsksForPassword(ScriptedDevice device, string password)
    {
        var tries = 0;
        device.Echoes = false;
        device.Reply = line => line == password ? "\r\nr1# "
            : line == "enable" ? "enable\r\nPassword: "
            : ++tries < 3 ? "\r\nPassword: " : "\r\n% Bad secrets\r\n\r\nr1> ";
    }

    private static async Task<ScriptedDevice> EnabledAsync()
    {
        var device = new ScriptedDevice(CliPlatforms.Ios);
        await device.FindPromptAsync("r1# ");
        return device;
    }
}
