using System.Globalization;
using ConnectionGen.Simulation;

namespace ConnectionGen.Cli.Tests.Connections;

/// <summary>A console behind a terminal server, which has a login of its own.</summary>
public sealed class ConsoleTests
{
    private const string Console =
        """
        server_user:
          prompt: "TS Username: "
          commands:
            "server-user":
              new_state: server_password
        server_password:
          prompt: "TS Password: "
          commands:
            "server-secret":
              response: "Trying 192.0.2.1, 2033 ... Open"
              new_state: line
        line:
          prompt: ""
          commands:
            "":
              new_state: user
        user:
          preface: "User Access Verification"
          prompt: "Username: "
          commands:
            "device-user":
              new_state: password
        password:
          prompt: "Password: "
          commands:
            "device-secret":
              new_state: enable
            "other-secret":
              response: "% Login invalid"
              new_state: user
        enable:
          prompt: "%N#"
          commands:
            "terminal length 0": ""
            "terminal width 0": ""
            "show clock": "12:00"
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact, Behaviour("CL-05", "CL-38")]
    public async Task Each_login_has_its_own_credential_and_a_silent_line_is_sent_enter()
    {
        await using var console = await StartAsync();
        await using var lab = Lab(console.Port, "[server, device]");
        var connection = await lab.Devices["r1"].ConnectAsync<CliConnection>(cancellationToken: Token);
        Assert.Equal(("enable", "r1"), (connection.Mode, connection.HostName));
        Assert.Equal("12:00", await connection.ExecuteAsync("show clock", cancellationToken: Token));
        Assert.Equal(
            ["server-user", "server-secret", "", "device-user", "device-secret"],
            console.Sessions[0].Commands.Select(static command => command.Text).Take(5));
    }

    [Fact]
    public async Task A_second_login_that_is_refused_names_both_credentials_and_no_secret()
    {
        await using var console = await StartAsync();
        await using var lab = Lab(console.Port, "[server, other]");
        var e = await Assert.ThrowsAsync<AuthenticationFailedException>(() => lab.Devices["r1"].ConnectAsync(cancellationToken: Token));
        Assert.EndsWith("the login was refused ('% Login invalid') after the credentials 'server', 'other' were sent.", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("-secret", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_login_without_a_credential_says_which_were_sent()
    {
        await using var console = await StartAsync();
        await using var lab = Lab(console.Port, "[server]");
        var e = await Assert.ThrowsAsync<CredentialsExhaustedException>(() => lab.Devices["r1"].ConnectAsync(cancellationToken: Token));
        Assert.Contains("the device asks for a login again after the credentials 'server' were sent.", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("-secret", e.ToString(), StringComparison.Ordinal);
    }

    private static Task<SimulatedDevice> StartAsync() =>
        SimulatedDevice.StartAsync(MockData.Parse(Console), new SimulatedDeviceOptions { HostName = "r1", InitialState = "server_user" }, Token);

    private static Testbed Lab(int port, string logins) => Testbed.Parse(
        $$"""
        devices:
          r1:
            os: ios
            credentials:
              server: {username: server-user, password: server-secret}
              device: {username: device-user, password: device-secret}
              other: {username: device-user, password: other-secret}
            connections:
              console: {protocol: telnet, ip: 127.0.0.1, port: {{port.ToString(CultureInfo.InvariantCulture)}}, login_creds: {{logins}}}
        """);
}
