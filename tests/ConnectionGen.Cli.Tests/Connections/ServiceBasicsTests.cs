using ConnectionGen.Cli.Platforms;
using ConnectionGen.Cli.Tests.Conformance;

namespace ConnectionGen.Cli.Tests.Connections;

/// <summary>What commands and their texts do in the small: several, empty ones, those that ask, calls at the same time.</summary>
public sealed class ServiceBasicsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact, Behaviour("SV-03", "SV-04")]
    public async Task One_command_twice_is_two_outputs()
    {
        await using var router = await MemoryRouter.StartAsync();
        var count = 0;
        router.Reply = line => $"{line} {++count}\r\nr1# ";
        var outputs = await router.Connection.ExecuteDetailedAsync(["a", "a"], cancellationToken: Token);
        Assert.Equal([("a", "a 1"), ("a", "a 2")], outputs.Select(static output => (output.Command, output.Text)));
    }

    [Fact, Behaviour("SV-05")]
    public async Task A_text_of_lines_is_several_commands_and_an_item_of_a_list_is_one()
    {
        await using var router = await MemoryRouter.StartAsync();
        var typed = new List<string>();
        router.Reply = line =>
        {
            typed.Add(line);
            return "r1# ";
        };
        await router.Connection.ExecuteAsync("a\r\nb\n", cancellationToken: Token);
        await router.Connection.ExecuteAsync(["c\nd"], cancellationToken: Token);
        Assert.Equal(["a", "b", "c\nd"], typed);
    }

    [Fact, Behaviour("SV-14", "SV-17")]
    public async Task An_empty_command_is_Enter_and_what_came_before_a_command_is_no_output()
    {
        await using var router = await MemoryRouter.StartAsync();
        router.Reply = static line => line.Length == 0 ? "r1# " : "12:00\r\nr1# ";
        Assert.Equal("", await router.Connection.ExecuteAsync("", cancellationToken: Token));
        Assert.EndsWith("\r\r", router.Link.Sent, StringComparison.Ordinal);
        router.Link.Says("\r\n%LINK-3-UPDOWN: changed\r\nr1# ");
        Assert.Equal("12:00", await router.Connection.ExecuteAsync("show clock", cancellationToken: Token));
    }

    [Fact, Behaviour("SV-13")]
    public async Task Recorded_commands_that_ask_are_answered_yes_where_that_is_asked_for()
    {
        await using var device = await ConformanceDevice.ConnectAsync(MockFolder.Load("ios"), "ios", "enable", Token);
        var options = new CommandOptions { Confirm = true };
        foreach (var command in new[] { "clear counters", "clear logging", "clear xconnect all", "clear line 20", "clear something" })
            await device.Connection.ExecuteAsync(command, options: options, cancellationToken: Token);
        Assert.Equal("enable", device.Connection.Mode);
        await Assert.ThrowsAsync<ExpectTimeoutException>(() => device.Connection.ExecuteAsync("clear counters", TimeSpan.FromMilliseconds(300), cancellationToken: Token));
    }

    [Fact, Behaviour("SV-18")]
    public async Task A_prompt_that_stands_in_an_output_does_not_end_it()
    {
        await using var router = await MemoryRouter.StartAsync();
        router.Reply = static _ => "head\r\nr1# \r\ntail\r\nr1# ";
        Assert.Equal("head\nr1# \ntail", await router.Connection.ExecuteAsync("show it", cancellationToken: Token));
    }

    [Fact, Behaviour("SV-19")]
    public async Task Calls_at_the_same_time_get_each_its_own_output()
    {
        await using var router = await MemoryRouter.StartAsync();
        router.Reply = static line => $"answer to {line}\r\nr1# ";
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => Task.Run(() => router.Connection.ExecuteAsync($"show {n}", cancellationToken: Token), Token)));
        Assert.Equal(Enumerable.Range(0, 20).Select(static n => $"answer to show {n}"), answers);
    }

    [Fact, Behaviour("SV-36", "SV-38")]
    public async Task Text_is_sent_as_it_is_or_with_Enter()
    {
        await using var router = await MemoryRouter.StartAsync();
        var before = router.Link.Sent;
        await router.Connection.SendAsync("half ", Token);
        await router.Connection.SendLineAsync("a line", Token);
        await router.Connection.SendLineAsync(cancellationToken: Token);
        Assert.Equal(before + "half a line\r\r", router.Link.Sent);
    }

    [Theory, Behaviour("SV-78")]
    [InlineData("ios", "r1# ", "show running-config")]
    [InlineData("junos", "me@r1> ", "show configuration")]
    [InlineData("comware", "<r1>", "display current-configuration")]
    [InlineData("sros-classic", "A:r1# ", "admin display-config")]
    public async Task The_configuration_that_runs_is_shown(string os, string prompt, string command)
    {
        await using var router = await MemoryRouter.StartAsync(os, ", init_exec_commands: []", prompt);
        router.Reply = line => $"what {line} shows\r\n{prompt}";
        Assert.Equal($"what {command} shows", await router.Connection.GetConfigAsync(cancellationToken: Token));
        Assert.Equal($"what {command} shows", router.Device.GetConfig(cancellationToken: Token));
    }

    [Fact]
    public async Task A_platform_without_a_configuration_names_those_that_have_one()
    {
        await using var router = await MemoryRouter.StartAsync("linux", ", init_exec_commands: []", "me@r1:~$ ");
        var e = await Assert.ThrowsAsync<NotSupportedException>(() => router.Connection.GetConfigAsync(cancellationToken: Token));
        Assert.StartsWith("'default' of 'r1' via 'cli': the platform 'linux' has no configuration. Platforms that have it: generic, ios, ", e.Message, StringComparison.Ordinal);
    }

    [Fact, Behaviour("SV-67")]
    public void Reloads_and_switchovers_have_the_time_of_their_platform()
    {
        string[] slow = ["iosxr", "nxos", "junos", "sros", "sros-classic"];
        Assert.All(CliPlatforms.All.Where(static platform => platform.Reload is not null), platform =>
            Assert.Equal(TimeSpan.FromMinutes(slow.Contains(platform.Name) ? 15 : 10), platform.Reload!.Limit));
        Assert.All(CliPlatforms.All.Where(static platform => platform.Redundancy is not null), static platform => Assert.Equal(TimeSpan.FromMinutes(12), platform.Redundancy!.SwitchoverLimit));
    }
}
