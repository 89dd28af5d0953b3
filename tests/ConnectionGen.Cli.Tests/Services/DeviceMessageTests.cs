using ConnectionGen.Cli.Platforms;

namespace ConnectionGen.Cli.Tests.Services;

/// <summary>Log messages that a device prints whenever it likes: no prompt is missed, and the next command has its own answer.</summary>
public sealed class DeviceMessageTests
{
    private const string Message = "*Mar  1 00:00:01.123: %LINK-3-UPDOWN: Interface Ethernet1, changed state to up";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>What comes after the prompt, before the next command is typed.</summary>
    [Theory]
    [InlineData("\r\n" + Message + "\r\nr1# ")]
    [InlineData("\r\n" + Message + "\r\n")]
    [InlineData(Message + "\r\n")]
    [InlineData("\r\n" + Message + "\r\n" + Message + "\r\n\r\n")]
    [InlineData("\r\n" + Message)]
    public async Task Between_the_prompt_and_the_next_command(string message)
    {
        await using var device = await EnabledAsync();
        device.Reply = static line => $"answer to {line}\r\nr1# ";
        for (var i = 0; i < 3; i++)
        {
            device.Link.Says(message);
            Assert.Equal($"answer to {i}", await device.RunAsync($"{i}"));
        }
    }

    /// <summary>The same, but it comes when the command has been typed already, before its echo.</summary>
    [Theory]
    [InlineData("\r\n" + Message + "\r\nr1# ")]
    [InlineData("\r\n" + Message + "\r\n")]
    [InlineData(Message + "\r\n")]
    [InlineData(Message + "\r\nr1# ")]
    public async Task Between_the_prompt_and_the_echo(string message)
    {
        await using var device = await EnabledAsync();
        for (var i = 0; i < 3; i++)
        {
            device.Link.OnLine = line => $"{message}{line}\r\nanswer to {line}\r\nr1# ";
            Assert.Equal($"answer to {i}", await device.RunAsync($"{i}"));
        }
    }

    [Theory]
    [InlineData("r1# \r\n" + Message + "\r\nr1# ")]
    [InlineData("\r\n" + Message + "\r\nr1# ")]
    public async Task Before_a_prompt_that_is_printed_again(string end)
    {
        await using var device = await EnabledAsync();
        device.Reply = line => $"answer to {line}\r\n{end}";
        Assert.StartsWith("answer to a\n", await device.RunAsync("a"), StringComparison.Ordinal);
        device.Reply = static line => $"answer to {line}\r\nr1# ";
        Assert.Equal("answer to b", await device.RunAsync("b"));
    }

    /// <summary>The prompt comes, a message pushes it away, and the device leaves it at that: after a quiet second Enter brings it back.</summary>
    [Theory, Behaviour("CL-50")]
    [InlineData("r1# \r\n" + Message + "\r\n")]
    [InlineData("r1# " + Message + "\r\n")]
    public async Task Behind_a_prompt_that_is_not_printed_again(string end)
    {
        await using var device = await EnabledAsync();
        device.Reply = line => line.Length == 0 ? "\r\nr1# " : $"answer to {line}\r\n{end}";
        Assert.StartsWith("answer to a\n", await device.RunAsync("a"), StringComparison.Ordinal);
        Assert.Equal("a\r\r", device.Link.Sent);
        device.Reply = static line => $"answer to {line}\r\nr1# ";
        Assert.Equal("answer to b", await device.RunAsync("b"));
    }

    /// <summary>The prompt that Enter brings back is pushed away by the next message.</summary>
    [Fact]
    public async Task Behind_several_prompts_that_are_not_printed_again()
    {
        await using var device = await EnabledAsync();
        var asked = 0;
        device.Reply = line => line.Length > 0 ? $"answer to {line}\r\nr1# \r\n{Message}\r\n" : asked++ == 0 ? $"r1# \r\n{Message}\r\n" : "r1# ";
        Assert.StartsWith("answer to a\n", await device.RunAsync("a"), StringComparison.Ordinal);
        Assert.Equal("a\r\r\r", device.Link.Sent);
    }

    /// <summary>A prompt of another mode than before is pushed away as well.</summary>
    [Theory]
    [InlineData("r1(config)# \r\n" + Message + "\r\n")]
    [InlineData("Enter configuration commands, one per line.\r\nr1(config)#\r\n" + Message + "\r\n")]
    public async Task Behind_the_first_prompt_of_a_mode(string end)
    {
        await using var device = await EnabledAsync();
        device.Reply = line => line.Length == 0 ? "r1(config)# " : end;
        await device.GoToAsync("config");
        Assert.Equal("configure terminal\r\r", device.Link.Sent);
    }

    /// <summary>What only looks like a prompt is no reason to type anything: another name, or more on the line.</summary>
    [Theory]
    [InlineData("r10# ")]
    [InlineData("r1(config)# exit")]
    [InlineData("r1 is up")]
    public async Task A_line_that_is_no_prompt_is_not_taken_for_one(string line)
    {
        await using var device = await EnabledAsync();
        device.Reply = _ => $"{line}\r\n";
        var run = device.RunAsync("slow");
        await Task.Delay(1500, Token);
        device.Link.Says("the end\r\nr1# ");
        Assert.Equal($"{line.TrimEnd()}\nthe end", (await run).Replace("# \n", "#\n", StringComparison.Ordinal));
        Assert.Equal("slow\r", device.Link.Sent);
    }

    [Fact]
    public async Task A_device_that_is_only_slow_is_sent_nothing()
    {
        await using var device = await EnabledAsync();
        device.Reply = static _ => "a first line\r\n";
        var run = device.RunAsync("slow");
        await Task.Delay(1500, Token);
        device.Link.Says("a second one\r\nr1# ");
        Assert.Equal("a first line\na second one", await run);
        Assert.Equal("slow\r", device.Link.Sent);
    }

    [Fact]
    public async Task In_the_middle_of_an_answer_they_are_part_of_it_and_of_no_other()
    {
        await using var device = await EnabledAsync();
        device.Reply = static line => $"one\r\n{Message}\r\ntwo\r\nr1# ";
        Assert.Equal($"one\n{Message}\ntwo", await device.RunAsync("a"));
        device.Reply = static line => "three\r\nr1# ";
        Assert.Equal("three", await device.RunAsync("b"));
    }

    private static async Task<ScriptedDevice> EnabledAsync()
    {
        var device = new ScriptedDevice(CliPlatforms.Ios);
        await device.FindPromptAsync("r1# ");
        return device;
    }
}
