using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ConnectionGen.Cli.Expecting;
using ConnectionGen.Simulation;

namespace ConnectionGen.Cli.Tests.Connections;

public class CliConnectionTests
{
    private const string Router =
        """
        login:
          prompt: "Username: "
          commands:
            "admin":
              new_state: password
        password:
          prompt: "Password: "
          commands:
            "login-pass":
              new_state: disable
            "bad-pass":
              response: "% Bad passwords"
              new_state: login
        disable:
          prompt: "%N>"
          commands:
            "enable":
              new_state: enable_password
        enable_password:
          prompt: "Password: "
          commands:
            "en-pass":
              new_state: enable
            "":
              response: "% Access denied"
              new_state: disable
        enable:
          prompt: "%N#"
          commands:
            "terminal length 0": ""
            "terminal width 0": ""
            "show clock": "12:00:00 UTC"
            "show long": "one"
            "bogus": "% Invalid input detected at '^' marker."
            "disable":
              new_state: disable
            "configure terminal":
              response: "Enter configuration commands, one per line.  End with CNTL/Z."
              new_state: config
        config:
          prompt: "%N(config)#"
          commands:
            "hostname r2": ""
            "interface lo0":
              new_state: config_if
            "nonsense": "% Invalid input detected at '^' marker."
            "end":
              new_state: enable
        config_if:
          prompt: "%N(config-if)#"
          commands:
            "description x": ""
            "end":
              new_state: enable
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact, Behaviour("CC-14", "CC-15", "CC-18", "CL-04", "CL-31", "CL-34", "CL-93", "DI-32", "SM-07", "SV-01")]
    public async Task A_device_is_logged_in_to_enabled_and_answers()
    {
        await using var router = await StartAsync();
        await using var lab = Lab(router.Port);
        await using var r1 = lab.Devices["r1"];
        var connection = (CliConnection)await r1.ConnectAsync(cancellationToken: Token);
        Assert.Equal(("enable", "r1", "ios"), (connection.Mode, connection.HostName, connection.Platform?.Name));
        Assert.Equal("12:00:00 UTC", await r1.ExecuteAsync("show clock", cancellationToken: Token));
        Assert.Equal("12:00:00 UTC\none", r1.Execute("show clock\nshow long", cancellationToken: Token));
        await r1.ConfigureAsync("interface lo0\n description x", cancellationToken: Token);
        Assert.Equal("enable", connection.Mode);
        Assert.True(await connection.ProbeAsync(Token));
        Assert.Equal(["admin", "login-pass", "enable", "en-pass", "terminal length 0", "terminal width 0", "show clock", "show clock", "show long", "configure terminal", "interface lo0", " description x", "end", ""],
            router.Sessions[0].Commands.Select(command => command.Text));
    }

    [Fact, Behaviour("CL-61", "CL-68")]
    public async Task A_host_name_that_is_configured_is_followed()
    {
        await using var router = await StartAsync(hooks: true);
        await using var lab = Lab(router.Port);
        var connection = await lab.Devices["r1"].ConnectAsync<CliConnection>(cancellationToken: Token);
        await connection.ConfigureAsync("hostname r2", cancellationToken: Token);
        Assert.Equal("r2", connection.HostName);
        Assert.Equal("12:00:00 UTC", await connection.ExecuteAsync("show clock", cancellationToken: Token));
    }

    [Fact, Behaviour("CL-74", "SM-21", "SV-28")]
    public async Task A_refused_command_and_a_refused_line_are_errors_and_the_connection_stays()
    {
        await using var router = await StartAsync();
        await using var lab = Lab(router.Port);
        var connection = await lab.Devices["r1"].ConnectAsync<CliConnection>(cancellationToken: Token);
        var e = await Assert.ThrowsAsync<CommandFailedException>(() => connection.ExecuteAsync("bogus", cancellationToken: Token));
        Assert.Equal("'default' of 'r1' via 'cli': 'bogus' failed: % Invalid input detected at '^' marker.", e.Message);
        e = await Assert.ThrowsAsync<CommandFailedException>(() => connection.ConfigureAsync(["interface lo0", "nonsense"], cancellationToken: Token));
        Assert.Equal(("nonsense", "enable"), (e.Command, connection.Mode));
        Assert.Equal("12:00:00 UTC", await connection.ExecuteAsync("show clock", cancellationToken: Token));
    }

    [Fact]
    public async Task A_wrong_password_is_named_by_its_credential_and_leaves_no_session()
    {
        await using var router = await StartAsync();
        await using var lab = Lab(router.Port, password: "bad-pass");
        var e = await Assert.ThrowsAsync<AuthenticationFailedException>(() => lab.Devices["r1"].ConnectAsync(cancellationToken: Token));
        Assert.Equal($"'default' of 'r1' via 'cli' (127.0.0.1:{router.Port} by telnet): the login was refused ('% Bad passwords') after the credentials 'default' were sent.", e.Message);
        Assert.False(lab.Devices["r1"].IsConnected());
        await NoSessionIsLeft(router);
    }

    [Fact]
    public async Task A_wrong_enable_password_is_an_error()
    {
        await using var router = await StartAsync();
        await using var lab = Lab(router.Port, enable: "");
        var e = await Assert.ThrowsAsync<AuthenticationFailedException>(() => lab.Devices["r1"].ConnectAsync(cancellationToken: Token));
        Assert.Contains("asked for a password for a more privileged mode and refused", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("login-pass", e.Message, StringComparison.Ordinal);
        await NoSessionIsLeft(router);
    }

    [Fact, Behaviour("CL-09", "CL-54", "CL-88")]
    public async Task A_closed_port_is_named_with_device_and_path()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var lab = Lab(port);
        var e = await Assert.ThrowsAsync<ConnectFailedException>(() => lab.Devices["r1"].ConnectAsync(cancellationToken: Token));
        Assert.Equal($"'default' of 'r1' via 'cli': Cannot connect to 127.0.0.1:{port}: connection refused: nobody listens at that port.", e.Message);
        await using var ssh = LabWith(port, "protocol: ssh");
        e = await Assert.ThrowsAsync<ConnectFailedException>(() => ssh.Devices["r1"].ConnectAsync(cancellationToken: Token));
        Assert.Equal((ConnectFailure.Refused, $"'default' of 'r1' via 'cli': Cannot connect to 127.0.0.1:{port} by ssh: connection refused: nobody listens at that port."), (e.Failure, e.Message));
    }

    [Theory, Behaviour("CL-07")]
    [InlineData("telnet")]
    [InlineData("ssh")]
    public async Task A_device_that_never_answers_ends_the_attempt_within_its_limit(string protocol)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var lab = LabWith(((IPEndPoint)listener.LocalEndpoint).Port, $"protocol: {protocol}", "connection_timeout: 1");
        var e = await Assert.ThrowsAnyAsync<Exception>(() => lab.Devices["r1"].ConnectAsync(cancellationToken: Token));
        Assert.True(e is ExpectTimeoutException or ConnectFailedException { Failure: ConnectFailure.TimedOut }, e.ToString());
        Assert.StartsWith("'default' of 'r1' via 'cli'", e.Message, StringComparison.Ordinal);
        Assert.Contains("within 0.9 s", e.Message, StringComparison.Ordinal);
    }

    [Fact, Behaviour("SM-20")]
    public async Task A_link_that_is_cut_closes_the_connection_which_can_be_opened_again()
    {
        var router = await StartAsync();
        await using var lab = Lab(router.Port);
        var connection = await lab.Devices["r1"].ConnectAsync<CliConnection>(cancellationToken: Token);
        await router.DisposeAsync();
        var e = await Assert.ThrowsAsync<LinkClosedException>(() => connection.ExecuteAsync("show clock", cancellationToken: Token));
        Assert.StartsWith("'default' of 'r1' via 'cli' (127.0.0.1:", e.Message, StringComparison.Ordinal);
        Assert.False(connection.IsConnected);
        await Assert.ThrowsAsync<NotConnectedException>(() => connection.ExecuteAsync("show clock", cancellationToken: Token));
    }

    [Fact]
    public async Task A_connection_that_was_disconnected_can_be_connected_again()
    {
        await using var router = await StartAsync();
        await using var lab = Lab(router.Port);
        var r1 = lab.Devices["r1"];
        var connection = await r1.ConnectAsync<CliConnection>(cancellationToken: Token);
        await r1.DisconnectAsync(cancellationToken: Token);
        Assert.Equal((false, null), (connection.IsConnected, connection.Mode));
        await r1.ConnectAsync(cancellationToken: Token);
        Assert.Equal("12:00:00 UTC", await connection.ExecuteAsync("show clock", cancellationToken: Token));
        Assert.Equal(2, router.SessionCount);
    }

    [Fact, Behaviour("CP-16")]
    public async Task A_pool_spreads_commands_over_sessions_and_refuses_to_send_without_a_lease()
    {
        await using var router = await StartAsync();
        await using var lab = Lab(router.Port);
        var pool = await lab.Devices["r1"].ConnectPoolAsync<CliConnection>(3, cancellationToken: Token);
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => pool.ExecuteAsync("show clock", cancellationToken: Token)));
        Assert.All(answers, answer => Assert.Equal("12:00:00 UTC", answer));
        Assert.Equal(3, router.SessionCount);
        await Assert.ThrowsAnyAsync<Exception>(() => lab.Devices["r1"].SendAsync("x", Token));
    }

    [Fact, Behaviour("CC-12", "CC-13", "DG-02", "SV-38", "SV-39", "SV-40", "SV-41")]
    public async Task Text_can_be_sent_received_and_awaited()
    {
        await using var router = await StartAsync();
        await using var lab = Lab(router.Port);
        var connection = await lab.Devices["r1"].ConnectAsync<CliConnection>(cancellationToken: Token);
        await connection.SendLineAsync("show clock", Token);
        var match = await connection.ExpectAsync([new("time", new(@"\d\d:\d\d:\d\d"), PatternScope.EachLine)], cancellationToken: Token);
        Assert.Equal("12:00:00", match.Value);
        Assert.Equal(" UTC\nr1#", await connection.ReceiveAsync(cancellationToken: Token));
        Assert.Equal("one", await connection.ExecuteAsync("show long", cancellationToken: Token));
        var e = await Assert.ThrowsAsync<ExpectTimeoutException>(() => connection.ExpectAsync([new("nothing", new("nothing"))], TimeSpan.FromMilliseconds(20), Token));
        Assert.Contains("'default' of 'r1' via 'cli'", e.Message, StringComparison.Ordinal);
    }

    [Fact, Behaviour("CL-13", "CL-20", "CL-23", "CL-29")]
    public async Task Arguments_of_path_and_call_change_what_is_typed()
    {
        await using var router = await StartAsync();
        await using var lab = LabWith(router.Port, "init_exec_commands: [show clock]", "class: unicon.Unicon");
        var connection = await lab.Devices["r1"].ConnectAsync<CliConnection>(cancellationToken: Token);
        Assert.Equal("show clock", router.Sessions[0].Commands[^1].Text);
        var raw = await lab.Devices["r1"].ConnectCliAsync(alias: "raw", mit: true, cancellationToken: Token);
        Assert.Equal("disable", raw.Mode);
        Assert.NotSame(connection, raw);
    }

    [Theory]
    [InlineData("protocol: netconf", "The protocol 'netconf' is not one that CliConnection speaks. It speaks: ssh, telnet.")]
    [InlineData("login_creds: [nobody]", "login_creds names the credential 'nobody', which is not there. There are: default, enable.")]
    [InlineData("host_key: maybe\n        protocol: ssh", "'maybe' is no way to check host keys (key: host_key). There are: strict, accept-new, off.")]
    public async Task What_the_testbed_says_wrong_is_said_with_what_is_allowed(string line, string message)
    {
        await using var lab = LabWith(1, line);
        var e = await Assert.ThrowsAnyAsync<Exception>(() => lab.Devices["r1"].ConnectAsync(cancellationToken: Token));
        Assert.Equal($"'default' of 'r1' via 'cli': {message}", e.Message);
    }

    private static Task<SimulatedDevice> StartAsync(bool hooks = false)
    {
        var options = new SimulatedDeviceOptions { HostName = "r1", InitialState = "login" };
        if (hooks)
            options.Hooks["config"] = Hooks.HostName;
        return SimulatedDevice.StartAsync(MockData.Parse(Router), options);
    }

    private static Testbed LabWith(int port, params string[] lines) => Lab(port, "login-pass", "en-pass", lines);

    private static Testbed Lab(int port, string password = "login-pass", string enable = "en-pass", params string[] lines) => Testbed.Parse(
        $$"""
        testbed:
          name: lab
        devices:
          r1:
            os: ios
            type: router
            credentials:
              default: {username: admin, password: {{password}}}
              enable: {password: "{{enable}}"}
            connections:
              cli:
                {{(lines.Any(line => line.Contains("protocol:", StringComparison.Ordinal)) ? "" : "protocol: telnet")}}
                ip: 127.0.0.1
                port: {{port.ToString(CultureInfo.InvariantCulture)}}
                {{string.Join("\n        ", lines)}}
        """);

    private static async Task NoSessionIsLeft(SimulatedDevice router)
    {
        for (var i = 0; i < 200 && router.Sessions.Any(session => session.IsOpen); i++)
            await Task.Delay(10, Token);
        Assert.DoesNotContain(router.Sessions, session => session.IsOpen);
    }
}
