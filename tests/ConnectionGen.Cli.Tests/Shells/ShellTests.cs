using System.Globalization;
using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Tests.Conformance;
using ConnectionGen.Cli.Tests.Connections;
using ConnectionGen.Simulation;

namespace ConnectionGen.Cli.Tests.Shells;

/// <summary>Shells on a device, and the way back out of them.</summary>
public sealed class ShellTests
{
    private const string Switch =
        """
        enable:
          prompt: "%N# "
          commands:
            "terminal length 0": ""
            "terminal width 511": ""
            "terminal session-timeout 0": ""
            "show clock": "12:00"
            "run bash":
              new_state: bash
        bash:
          prompt: "bash-4.2$ "
          commands:
            "uptime": "up 5 days"
            "exit":
              new_state: enable
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact, Behaviour("SV-72")]
    public async Task A_recorded_nxos_has_a_shell_that_is_left_when_it_is_disposed_of()
    {
        await using var device = await ConformanceDevice.ConnectAsync(MockFolder.Load("nxos"), "nxos", "exec", Token);
        await using (var bash = await device.Connection.BashConsoleAsync(cancellationToken: Token))
        {
            Assert.Equal(("shell", "shell"), (bash.Mode, device.Connection.Mode));
            Assert.StartsWith("bootflash", await bash.ExecuteAsync("ls", cancellationToken: Token), StringComparison.Ordinal);
            Assert.StartsWith("bootflash", bash.Execute(["ls"], cancellationToken: Token), StringComparison.Ordinal);
            await bash.ExecuteAsync("sudo su", cancellationToken: Token);
            await bash.SendLineAsync("ls", Token);
            await bash.ExpectAsync([new("a folder", new("system"), PatternScope.EachLine)], cancellationToken: Token);
            Assert.Contains("bash-4.2#", await bash.ReceiveAsync(cancellationToken: Token), StringComparison.Ordinal);
        }

        Assert.Equal("enable", device.Connection.Mode);
        Assert.Equal(["run bash", "ls", "ls", "sudo su", "ls", "exit", "exit"], device.Typed);
        await using (var root = await device.Connection.BashConsoleAsync(new ShellOptions { Words = "sudo su" }, Token))
            await root.LeaveAsync(Token);
        Assert.Equal("run bash sudo su", device.Typed.SkipLast(1).Last());
    }

    [Fact, Behaviour("SV-73")]
    public async Task A_recorded_guest_shell_is_switched_on_waited_for_and_entered()
    {
        await using var device = await ConformanceDevice.ConnectAsync(MockFolder.Load("nxos"), "nxos-quick", "exec", Token);
        await using (var guest = await device.Connection.GuestShellAsync(new ShellOptions { Enable = true }, Token))
            Assert.Equal("/home/admin", await guest.ExecuteAsync("pwd", cancellationToken: Token));
        const string Show = "show guestshell | i State";
        Assert.Equal(["guestshell enable", "guestshell enable", "guestshell enable", Show, Show, Show, Show, "guestshell", "pwd", "exit"], device.Typed);
    }

    [Fact, Behaviour("SV-75")]
    public async Task A_recorded_module_is_attached_to()
    {
        await using var device = await ConformanceDevice.ConnectAsync(MockFolder.Load("nxos"), "nxos", "exec", Token);
        await using (var module = await device.Connection.AttachAsync(1, Token))
        {
            Assert.Contains("RAM 16400980 kB", await module.ExecuteAsync("show version", cancellationToken: Token), StringComparison.Ordinal);
            await module.ExecuteAsync("debug platform internal tah elam asic 0", cancellationToken: Token);
        }

        Assert.Equal(("enable", "attach module 1"), (device.Connection.Mode, device.Typed.First()));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => device.Connection.AttachAsync(-1, Token));
    }

    [Fact]
    public async Task Device_alias_pool_and_blocking_twin_lead_to_a_shell_alike()
    {
        await using var device = await SimulatedDevice.StartAsync(MockData.Parse(Switch), new SimulatedDeviceOptions { HostName = "n1", InitialState = "enable" }, Token);
        await using var lab = Testbed.Parse($"devices: {{n1: {{os: nxos, connections: {{cli: {{protocol: telnet, ip: 127.0.0.1, port: {device.Port.ToString(CultureInfo.InvariantCulture)}}}}}}}}}");
        var n1 = lab.Devices["n1"];
        await n1.ConnectAsync(cancellationToken: Token);
        await using (var bash = await n1.BashConsoleAsync(cancellationToken: Token))
        {
            Assert.Equal("up 5 days", await bash.ExecuteAsync("uptime", cancellationToken: Token));
            await Assert.ThrowsAsync<InvalidOperationException>(() => n1.ExecuteAsync("show clock", cancellationToken: Token));
        }

        using (var bash = n1.Alias("default").BashConsole(cancellationToken: Token))
            Assert.Equal("up 5 days", bash.Execute("uptime", cancellationToken: Token));
        Assert.Equal("12:00", n1.Execute("show clock", cancellationToken: Token));

        var pool = await n1.ConnectPoolAsync<CliConnection>(2, alias: "pool", cancellationToken: Token);
        await using (var first = await n1.Alias("pool").BashConsoleAsync(cancellationToken: Token))
        {
            Assert.Equal(1, pool.Statistics.Free);
            Assert.Equal("12:00", await n1.Alias("pool").ExecuteAsync("show clock", cancellationToken: Token));
            Assert.Equal("up 5 days", await first.ExecuteAsync("uptime", cancellationToken: Token));
        }

        Assert.Equal(2, pool.Statistics.Free);
        Assert.All(pool.Workers, static worker => Assert.Equal("enable", worker.Mode));
    }

    [Fact, Behaviour("SV-74")]
    public async Task What_fails_in_a_shell_is_not_hidden_by_a_way_back_that_is_barred()
    {
        await using var router = await StartAsync();
        var e = await Assert.ThrowsAsync<IOException>(async () =>
        {
            await using var bash = await router.Connection.BashConsoleAsync(cancellationToken: Token);
            router.Reply = static _ => "no way\r\nbash-4.2$ ";
            throw new IOException("what failed");
        });
        Assert.Equal("what failed", e.Message);
        Assert.False(router.Connection.IsConnected);
    }

    [Fact]
    public async Task Leaving_says_what_is_in_the_way_and_a_closed_link_is_left_at_once()
    {
        await using var router = await StartAsync();
        var bash = await router.Connection.BashConsoleAsync(cancellationToken: Token);
        router.Reply = static _ => "no way\r\nbash-4.2$ ";
        var e = await Assert.ThrowsAsync<ModeChangeException>(() => bash.LeaveAsync(Token));
        Assert.Contains("'exit' in mode shell should lead to mode enable, but the device is in mode shell.", e.Message, StringComparison.Ordinal);
        router.Link.Ends();
        await Assert.ThrowsAsync<LinkClosedException>(() => bash.ExecuteAsync("ls", cancellationToken: Token));
        bash.Dispose();
        await Assert.ThrowsAsync<NotConnectedException>(() => router.Connection.ExecuteAsync("show clock", cancellationToken: Token));
    }

    [Fact, Behaviour("SV-74")]
    public async Task Platforms_without_a_shell_name_those_that_have_one()
    {
        await using var router = await MemoryRouter.StartAsync();
        var typed = router.Link.Sent;
        var e = await Assert.ThrowsAsync<NotSupportedException>(() => router.Connection.BashConsoleAsync(cancellationToken: Token));
        Assert.Equal("'default' of 'r1' via 'cli': the platform 'ios' has no shell. Platforms that have it: iosxe, sdwan, iosxr, nxos, eos, junos.", e.Message);
        e = await Assert.ThrowsAsync<NotSupportedException>(() => router.Connection.GuestShellAsync(cancellationToken: Token));
        Assert.Equal("'default' of 'r1' via 'cli': the platform 'ios' has no guest shell. Platforms that have it: iosxe, sdwan, nxos.", e.Message);
        e = await Assert.ThrowsAsync<NotSupportedException>(() => router.Connection.AttachAsync(1, Token));
        Assert.Equal("'default' of 'r1' via 'cli': the platform 'ios' has no command line of a module. Platforms that have it: nxos.", e.Message);
        Assert.Equal(typed, router.Link.Sent);
    }

    [Theory]
    [InlineData("iosxe", "r1# ", "[r1:/]$ ", "request platform software system shell switch 1")]
    [InlineData("iosxr", "RP/0/RP0/CPU0:r1#", "[xr-vm_node0_RP0_CPU0:~]$", "run switch 1")]
    [InlineData("eos", "r1# ", "[admin@r1 ~]$ ", "bash switch 1")]
    [InlineData("junos", "me@r1> ", "% ", "start shell switch 1")]
    public async Task Each_platform_has_its_own_words(string os, string prompt, string shell, string command)
    {
        await using var router = await MemoryRouter.StartAsync(os, ", init_exec_commands: []", prompt);
        router.Reply = line => line is "exit" or "cli" ? prompt : os == "iosxe" && line != "y" ? "Are you sure you want to continue? [y/n] " : shell;
        await using (await router.Connection.BashConsoleAsync(new ShellOptions { Words = "switch 1" }, Token))
            Assert.Equal(os == "iosxr" ? "run" : "shell", router.Connection.Mode);
        Assert.StartsWith(command + "\r", router.Link.Sent, StringComparison.Ordinal);
        Assert.Equal("enable", router.Connection.Mode);
    }

    [Fact]
    public async Task A_shell_that_does_not_come_up_says_so_and_one_that_is_a_feature_is_configured()
    {
        await using var router = await StartAsync("nxos-quick");
        router.Reply = static line => line switch
        {
            "show guestshell | i State" => "State : Installing\r\nr1# ",
            "configure terminal" or "feature bash-shell" => "r1(config)# ",
            "run bash" => "bash-4.2$ ",
            _ => "r1# ",
        };
        var e = await Assert.ThrowsAsync<ModeChangeException>(() => router.Connection.GuestShellAsync(new ShellOptions { Enable = true }, Token));
        Assert.Equal("'default' of 'r1' via 'cli': the guestshell is not on after 'show guestshell | i State' was typed 20 times. The last lines that came:\n  | State : Installing", e.Message);
        await using (await router.Connection.BashConsoleAsync(new ShellOptions { Enable = true }, Token))
            Assert.EndsWith("\rconfigure terminal\rfeature bash-shell\rend\rrun bash\r", router.Link.Sent, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => router.Connection.BashConsoleAsync(new ShellOptions { Words = "x\nreload" }, Token));
    }

    private static async Task<MemoryRouter> StartAsync(string os = "nxos")
    {
        var router = await MemoryRouter.StartAsync(os, ", init_exec_commands: []");
        router.Reply = static line => line == "run bash" ? "bash-4.2$ " : "r1# ";
        return router;
    }
}
