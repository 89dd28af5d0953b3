using System.Globalization;
using ConnectionGen.Simulation;

namespace ConnectionGen.Cli.Tests.JumpHosts;

/// <summary>Paths that go through other devices, which are one simulated device that knows what a session behind it looks like.</summary>
public sealed class JumpHostTests
{
    private const string Server =
        """
        login:
          prompt: "jump login: "
          commands:
            "jumper":
              new_state: password
        password:
          prompt: "Password: "
          commands:
            "jump-secret":
              new_state: jump
        jump:
          prompt: "jumper@jump:~$ "
          commands:
            "kinit": ""
            "telnet 192.0.2.7 2001":
              response: "Trying 192.0.2.7...\nConnected to 192.0.2.7."
              new_state: user
            "ssh -l device-user 192.0.2.7":
              new_state: key
            "ssh -l device-user -p 2222 -o Ciphers=aes128-ctr 192.0.2.7":
              new_state: key
            "ssh middle":
              new_state: middle
            "telnet 192.0.2.8": "telnet: Unable to connect to remote host: No route to host"
        middle:
          prompt: "middle# "
          commands:
            "terminal length 0": ""
            "terminal width 0": ""
            "connect r1":
              new_state: user
        key:
          prompt: "Are you sure you want to continue connecting (yes/no/[fingerprint])? "
          commands:
            "yes":
              new_state: device_password
        user:
          prompt: "Username: "
          commands:
            "device-user":
              new_state: device_password
        device_password:
          prompt: "Password: "
          commands:
            "device-secret":
              new_state: enable
        enable:
          prompt: "r1#"
          commands:
            "terminal length 0": ""
            "terminal width 0": ""
            "show clock": "12:00"
            "die":
              response: "Connection to 192.0.2.7 closed by remote host."
              new_state: jump
            "exit":
              response: "Connection to 192.0.2.7 closed."
              new_state: jump
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, Behaviour("PX-01", "PX-02", "PX-03", "PX-04", "PX-05", "PX-06", "PX-08", "PX-11", "PX-12", "CL-08")]
    [InlineData("protocol: telnet, ip: 192.0.2.7, port: 2001, proxy: jump", "telnet 192.0.2.7 2001")]
    [InlineData("protocol: ssh, ip: 192.0.2.7, proxy: jump", "ssh -l device-user 192.0.2.7")]
    [InlineData("protocol: ssh, ip: 192.0.2.7, port: 2222, ssh_options: -o Ciphers=aes128-ctr, proxy: {device: jump}", "ssh -l device-user -p 2222 -o Ciphers=aes128-ctr 192.0.2.7")]
    [InlineData("protocol: ssh, ip: 192.0.2.7, proxy: {device: jump, command: ssh 192.0.2.7}", "ssh -l device-user 192.0.2.7")]
    [InlineData("protocol: ssh, proxy: [{device: jump, command: [kinit, telnet 192.0.2.7 2001]}]", "kinit", "telnet 192.0.2.7 2001")]
    [InlineData("proxy: [{device: jump, command: ssh middle}, {device: middle, command: connect r1}]", "ssh middle", "connect r1")]
    public async Task A_session_is_opened_on_the_device_before(string path, params string[] typed)
    {
        await using var server = await StartAsync();
        await using var lab = Lab(server.Port, path);
        var connection = await lab.Devices["r1"].ConnectAsync<CliConnection>(cancellationToken: Token);
        Assert.Equal(("enable", "r1"), (connection.Mode, connection.HostName));
        Assert.Equal("12:00", await connection.ExecuteAsync("show clock", cancellationToken: Token));
        var commands = server.Sessions[0].Commands.Select(static command => command.Text).ToArray();
        Assert.Equal(typed, commands.Where(typed.Contains));
        Assert.Equal(["jumper", "jump-secret"], commands.Take(2));
        await connection.DisconnectAsync(Token);
        Assert.Equal("exit", server.Sessions[0].Commands[^1].Text);
        await NoneIsOpenAsync(server);
    }

    [Fact, Behaviour("PX-15")]
    public async Task Each_hop_is_told_in_the_log()
    {
        await using var server = await StartAsync();
        var log = new LogLines();
        await using var lab = Lab(server.Port, "proxy: [{device: jump, command: ssh middle}, {device: middle, command: connect r1}]", log);
        await lab.Devices["r1"].ConnectAsync(cancellationToken: Token);
        Assert.Equal(
            ["'default' of 'r1' via 'cli': by way of the jump host 'jump'", "'default' of 'r1' via 'cli': by way of the jump host 'middle'"],
            log.Lines.Where(static line => line.Contains("jump host", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_jump_host_that_cannot_go_on_is_said_with_what_it_said()
    {
        await using var server = await StartAsync();
        await using var lab = Lab(server.Port, "protocol: telnet, ip: 192.0.2.8, proxy: jump");
        var e = await Assert.ThrowsAsync<JumpHostException>(() => lab.Devices["r1"].ConnectAsync(cancellationToken: Token));
        Assert.Equal("jump", e.JumpHost);
        Assert.StartsWith("'default' of 'r1' via 'cli' (", e.Message, StringComparison.Ordinal);
        Assert.Contains("The jump host 'jump' is back at its own prompt.", e.Message, StringComparison.Ordinal);
        Assert.Contains("| telnet: Unable to connect to remote host: No route to host", e.Message, StringComparison.Ordinal);
        await NoneIsOpenAsync(server);
    }

    [Fact]
    public async Task A_session_that_falls_back_to_the_jump_host_has_ended_and_nothing_is_typed_there()
    {
        await using var server = await StartAsync();
        await using var lab = Lab(server.Port, "protocol: telnet, ip: 192.0.2.7, port: 2001, proxy: jump");
        var connection = await lab.Devices["r1"].ConnectAsync<CliConnection>(cancellationToken: Token);
        var e = await Assert.ThrowsAsync<LinkClosedException>(() => connection.ExecuteAsync("die", cancellationToken: Token));
        Assert.Contains("The jump host 'jump' is back at its own prompt.", e.Message, StringComparison.Ordinal);
        Assert.False(connection.IsConnected);
        await Assert.ThrowsAsync<NotConnectedException>(() => connection.ExecuteAsync("show clock", cancellationToken: Token));
        Assert.Equal("die", server.Sessions[0].Commands[^1].Text);
        await connection.ConnectAsync(Token);
        Assert.Equal("12:00", await connection.ExecuteAsync("show clock", cancellationToken: Token));
    }

    [Fact]
    public async Task A_jump_host_that_closes_in_the_middle_is_an_exception_of_its_own()
    {
        await using var server = await SimulatedDevice.StartAsync(
            MockData.Parse("login:\n  prompt: \"login: \"\n  commands:\n    jumper: {new_state: gone}\ngone:\n  prompt: \"\"\n"),
            new SimulatedDeviceOptions { Faults = FaultPlan.Parse("cut_after: {bytes: 8}") },
            Token);
        await using var lab = Lab(server.Port, "protocol: telnet, ip: 192.0.2.7, proxy: jump");
        var e = await Assert.ThrowsAsync<JumpHostException>(() => lab.Devices["r1"].ConnectAsync(cancellationToken: Token));
        Assert.Contains("jump host 'jump'", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("proxy: r1", "The path goes round in a circle: r1 -> r1 comes to 'r1' twice (key: proxy).")]
    [InlineData("proxy: [{device: jump, command: a}, {device: middle, command: b}, {device: jump, command: c}]", "The path goes round in a circle: jump -> middle -> jump -> r1 comes to 'jump' twice (key: proxy).")]
    public async Task A_loop_is_refused_before_anything_is_connected(string path, string message)
    {
        await using var lab = Lab(1, path);
        var e = await Assert.ThrowsAsync<ProxyLoopException>(() => lab.Devices["r1"].ConnectAsync(cancellationToken: Token));
        Assert.Equal("'default' of 'r1' via 'cli': " + message, e.Message);
    }

    [Theory, Behaviour("PX-07", "PX-09")]
    [InlineData("proxy: nobody", "The path goes through 'nobody' (key: proxy), and there is no such device.")]
    [InlineData("proxy: pathless", "The jump host 'pathless' has no path (key: connections).")]
    [InlineData("proxy: two", "The jump host 'two' has several paths, and its defaults.via chooses none: a, b.")]
    [InlineData("proxy: [jump, {device: middle, command: b}]", "The path goes through 'jump' and on to another jump host, and no command is given for that (keys: proxy, command).")]
    [InlineData("proxy: {command: a}", "A jump host has no name (keys: proxy, device).")]
    public async Task A_proxy_that_cannot_be_is_said(string path, string message)
    {
        await using var lab = Lab(1, path);
        var e = await Assert.ThrowsAnyAsync<ConnectionGenException>(() => lab.Devices["r1"].ConnectAsync(cancellationToken: Token));
        Assert.Equal("'default' of 'r1' via 'cli': " + message, e.Message);
    }

    [Fact, Behaviour("PX-10")]
    public async Task The_jump_hosts_own_proxy_is_not_gone_through()
    {
        await using var server = await StartAsync();
        await using var lab = Lab(server.Port, "protocol: telnet, ip: 192.0.2.7, port: 2001, proxy: behind");
        Assert.Equal("r1", (await lab.Devices["r1"].ConnectAsync<CliConnection>(cancellationToken: Token)).HostName);
    }

    private static async Task NoneIsOpenAsync(SimulatedDevice server)
    {
        for (var attempt = 0; attempt < 500 && server.Sessions.Any(static session => session.IsOpen); attempt++)
            await Task.Delay(20, Token);
        Assert.DoesNotContain(server.Sessions, static session => session.IsOpen);
    }

    private static Task<SimulatedDevice> StartAsync() => SimulatedDevice.StartAsync(MockData.Parse(Server), cancellationToken: Token);

    private static Testbed Lab(int port, string path, LogLines? log = null) => Testbed.Parse(string.Create(CultureInfo.InvariantCulture,
        $$$"""
        devices:
          r1:
            os: ios
            credentials: {default: {username: device-user, password: device-secret}}
            connections:
              cli: { {{{path}}}, host_key: accept-new }
          jump:
            os: linux
            credentials: {default: {username: jumper, password: jump-secret}}
            connections: {cli: {protocol: telnet, ip: 127.0.0.1, port: {{{port}}} } }
          behind:
            os: linux
            credentials: {default: {username: jumper, password: jump-secret}}
            connections: {cli: {protocol: telnet, ip: 127.0.0.1, port: {{{port}}}, proxy: pathless }}
          middle:
            os: ios
            connections: {cli: {protocol: telnet, ip: 192.0.2.1}}
          pathless:
            os: linux
          two:
            os: linux
            connections: {a: {protocol: telnet, ip: 192.0.2.1}, b: {protocol: telnet, ip: 192.0.2.2}}
        """), new TestbedOptions { LoggerFactory = log ?? new LogLines() });
}
