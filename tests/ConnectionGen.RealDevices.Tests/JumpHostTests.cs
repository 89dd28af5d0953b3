using System.Globalization;
using ConnectionGen.Cli;

namespace ConnectionGen.RealDevices.Tests;

/// <summary>Routers behind a host: by a command on it, and by an SSH tunnel through it.</summary>
public sealed class JumpHostTests : IDisposable
{
    private readonly string _knownHosts = Path.Combine(Path.GetTempPath(), $"known-hosts-{Guid.NewGuid():N}");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact, Behaviour("PX-01", "PX-02")]
    public async Task A_router_is_reached_by_a_command_on_the_host_before_it()
    {
        await using var lab = RealLab.Load(_knownHosts);
        var connection = await lab.Devices["r1"].ConnectAsync<CliConnection>(via: "jump", cancellationToken: Token);
        Assert.Equal(("enable", "r1"), (connection.Mode, connection.HostName));
        Assert.StartsWith("FRRouting ", await connection.ExecuteAsync("show version", cancellationToken: Token), StringComparison.Ordinal);
        Assert.EndsWith("end", await connection.ExecuteAsync("show running-config", cancellationToken: Token), StringComparison.Ordinal);
        await connection.DisconnectAsync(Token);
        Assert.False(connection.IsConnected);
    }

    [Fact]
    public async Task A_host_key_that_the_host_before_it_does_not_know_is_refused_unless_the_path_accepts_it()
    {
        await using var lab = Lab("{protocol: ssh, ip: 10.213.1.2, proxy: {device: linux1, command: \"ssh -o UserKnownHostsFile=/dev/null -o StrictHostKeyChecking=ask clabr1@10.213.1.2\"}, host_key: strict}");
        var e = await Assert.ThrowsAsync<HostKeyRefusedException>(() => lab.Devices["r1"].ConnectAsync(cancellationToken: Token));
        Assert.Contains("an SSH client on the way asks whether to trust a host key that it does not know, SHA256:", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_cannot_reach_it_says_why()
    {
        await using var lab = Lab("{protocol: ssh, ip: 127.0.0.1, port: 1, proxy: linux1}");
        var e = await Assert.ThrowsAsync<JumpHostException>(() => lab.Devices["r1"].ConnectAsync(cancellationToken: Token));
        Assert.Equal("linux1", e.JumpHost);
        Assert.Contains("Connection refused", e.Message, StringComparison.Ordinal);
    }

    [Theory, Behaviour("PX-16", "PX-17", "PX-18", "PX-19", "PX-24")]
    [InlineData("{protocol: ssh, ip: 10.213.1.2, sshtunnel: {host: linux1}}")]
    [InlineData("{protocol: ssh, ip: 10.213.1.2, sshtunnel: {host: gate}}")]
    [InlineData("{protocol: telnet, ip: 10.213.1.2, port: 2601, login_creds: [vty], sshtunnel: {host: gate, tunnel_ip: 127.0.0.1}}")]
    public async Task A_router_is_reached_through_a_tunnel(string path)
    {
        await using var lab = Lab(path);
        var connection = await lab.Devices["r1"].ConnectAsync<CliConnection>(cancellationToken: Token);
        Assert.Equal(("enable", "r1"), (connection.Mode, connection.HostName));
        Assert.EndsWith("end", await connection.ExecuteAsync("show running-config", cancellationToken: Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_host_key_of_a_router_behind_a_tunnel_is_looked_up_by_the_routers_own_name()
    {
        await using var lab = Lab("{protocol: ssh, ip: 10.213.1.2, sshtunnel: {host: linux1}}");
        await lab.Devices["r1"].ConnectAsync(cancellationToken: Token);
        var known = await File.ReadAllTextAsync(_knownHosts, Token);
        Assert.Contains("10.213.1.2 ", known, StringComparison.Ordinal);
        Assert.Contains($"[127.0.0.1]:{Port("linux1", "ssh")} ", known, StringComparison.Ordinal);
    }

    [Fact, Behaviour("PX-21")]
    public async Task Many_go_through_one_session_of_the_host_and_close_it_with_the_last()
    {
        await using var relay = new Relay(RealLab.Load(_knownHosts).Devices["linux1"].Paths["ssh"].Port!.Value);
        await using var lab = Lab("{protocol: ssh, ip: 10.213.1.2, sshtunnel: {host: counted}}", relay.Port);
        var pool = await lab.Devices["r1"].ConnectPoolAsync<CliConnection>(5, cancellationToken: Token);
        var other = await lab.Devices["r1"].ConnectAsync<CliConnection>(alias: "other", cancellationToken: Token);
        Assert.Equal((1, 1), (relay.Accepted, relay.Open));
        await other.DisconnectAsync(Token);
        Assert.StartsWith("FRRouting ", await pool.ExecuteAsync("show version", cancellationToken: Token), StringComparison.Ordinal);
        await pool.DisconnectAsync(Token);
        await relay.ClosedAsync(Token);
        await pool.ConnectAsync(Token);
        Assert.Equal((2, 1), (relay.Accepted, relay.Open));
    }

    [Fact]
    public async Task Those_who_come_while_the_last_goes_or_gives_up_find_a_way()
    {
        await using var relay = new Relay(RealLab.Load(_knownHosts).Devices["linux1"].Paths["ssh"].Port!.Value);
        await using var lab = Lab("{protocol: telnet, ip: 10.213.1.2, port: 2601, login_creds: [vty], sshtunnel: {host: counted}}", relay.Port);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(number => ComeAndGoAsync(lab.Devices["r1"], $"way_{number}", new Random(number))));
        await relay.ClosedAsync(Token);
    }

    [Fact]
    public async Task Those_who_come_and_go_at_once_leave_a_session_that_can_be_closed()
    {
        await using var relay = new Relay(RealLab.Load(_knownHosts).Devices["linux1"].Paths["ssh"].Port!.Value);
        await using var lab = Lab("{class: TunnelConnection, protocol: telnet, ip: 127.0.0.1, port: 1, sshtunnel: {host: counted}}", relay.Port);
        var router = lab.Devices["r1"];
        await router.ConnectAsync(alias: "first", cancellationToken: Token);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(number => Task.Run(() => PassAsync(router, $"way_{number}"), Token)));
        Assert.Equal((1, 1), (relay.Accepted, relay.Open));
        await router.DisconnectAsync("first", Token);
        await relay.ClosedAsync(Token);
    }

    private static async Task PassAsync(Device device, string alias)
    {
        for (var round = 0; round < 200; round++)
        {
            await device.ConnectAsync(alias: alias, cancellationToken: Token);
            await device.DisconnectAsync(alias, Token);
        }
    }

    private static async Task ComeAndGoAsync(Device device, string alias, Random chance)
    {
        for (var round = 0; round < 12; round++)
        {
            await GiveUpAsync(device, $"{alias}_given_up", TimeSpan.FromMilliseconds(chance.Next(60)));
            var connection = await device.ConnectAsync<CliConnection>(alias: alias, cancellationToken: Token);
            Assert.StartsWith("FRRouting", await connection.ExecuteAsync("show version", cancellationToken: Token), StringComparison.Ordinal);
            await connection.DisconnectAsync(Token);
            await Task.Delay(chance.Next(30), Token);
        }
    }

    private static async Task GiveUpAsync(Device device, string alias, TimeSpan patience)
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        cancel.CancelAfter(patience);
        try
        {
            await device.ConnectAsync<CliConnection>(alias: alias, cancellationToken: cancel.Token);
            await device.DisconnectAsync(alias, Token);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // it was in the middle of something
        }
    }

    [Fact]
    public async Task A_host_that_dies_ends_what_goes_through_it()
    {
        await using var relay = new Relay(RealLab.Load(_knownHosts).Devices["linux1"].Paths["ssh"].Port!.Value);
        await using var lab = Lab("{protocol: ssh, ip: 10.213.1.2, sshtunnel: {host: counted}}", relay.Port);
        var connection = await lab.Devices["r1"].ConnectAsync<CliConnection>(cancellationToken: Token);
        relay.Cut();
        var e = await Assert.ThrowsAsync<LinkClosedException>(() => connection.ExecuteAsync("show version", cancellationToken: Token));
        Assert.Contains("The session with the jump host 'counted' has ended.", e.Message, StringComparison.Ordinal);
        await connection.ConnectAsync(Token);
        Assert.StartsWith("FRRouting ", await connection.ExecuteAsync("show version", cancellationToken: Token), StringComparison.Ordinal);
        Assert.Equal((2, 1), (relay.Accepted, relay.Open));
    }

    [Fact]
    public async Task A_tunnel_whose_far_end_nobody_answers_says_which_host_said_so()
    {
        await using var lab = Lab("{protocol: ssh, ip: 127.0.0.1, port: 1, sshtunnel: {host: linux1}}");
        var e = await Assert.ThrowsAsync<JumpHostException>(() => lab.Devices["r1"].ConnectAsync(cancellationToken: Token));
        Assert.Contains("'default' of 'r1' via 'way': The jump host 'linux1' opened no way to 127.0.0.1:1: it cannot reach it, or does not forward.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_refuses_the_login_is_asked_once_for_all_that_wait()
    {
        await using var relay = new Relay(RealLab.Load(_knownHosts).Devices["linux1"].Paths["ssh"].Port!.Value);
        await using var lab = Lab("{protocol: ssh, ip: 10.213.1.2, sshtunnel: {host: refused}}", relay.Port);
        var e = await Assert.ThrowsAnyAsync<Exception>(() => lab.Devices["r1"].ConnectPoolAsync<CliConnection>(4, cancellationToken: Token));
        Assert.Contains("refused the login of 'clabsh' with the credential 'default'", e.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-secret", e.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, relay.Accepted);
    }

    [Fact]
    public async Task More_than_the_limit_wait_and_are_told_what_for()
    {
        await using var lab = Lab("{protocol: ssh, ip: 10.213.1.2, connection_timeout: 4, sshtunnel: {host: linux1, limit: 1}}");
        await lab.Devices["r1"].ConnectAsync(cancellationToken: Token);
        var e = await Assert.ThrowsAsync<JumpHostException>(() => lab.Devices["r1"].ConnectAsync(alias: "second", cancellationToken: Token));
        Assert.Contains("All 1 places of the jump host 'linux1' are taken (keys: sshtunnel, limit).", e.Message, StringComparison.Ordinal);
        await lab.Devices["r1"].DisconnectAsync(cancellationToken: Token);
        await lab.Devices["r1"].ConnectAsync(alias: "second", cancellationToken: Token);
    }

    [Theory]
    [InlineData("{protocol: ssh, ip: 10.213.1.2, sshtunnel: {host: nobody}}", "The SSH tunnel goes through 'nobody' (keys: sshtunnel, host), and there is no such server or device.")]
    [InlineData("{protocol: ssh, ip: 10.213.1.2, sshtunnel: {tunnel_port: 1}}", "The SSH tunnel has no jump host (keys: sshtunnel, host).")]
    [InlineData("{protocol: ssh, ip: 10.213.1.2, sshtunnel: {host: linux1, limit: 0}}", "An SSH tunnel takes at least one connection at a time, not 0 (keys: sshtunnel, limit).")]
    public async Task A_tunnel_that_cannot_be_is_said(string path, string message)
    {
        await using var lab = Lab(path);
        var e = await Assert.ThrowsAsync<ConnectionGenException>(() => lab.Devices["r1"].ConnectAsync(cancellationToken: Token));
        Assert.Equal("'default' of 'r1' via 'way': " + message, e.Message);
    }

    [Fact]
    public async Task A_tunnel_through_itself_is_refused()
    {
        await using var lab = Lab("{protocol: ssh, ip: 10.213.1.2, sshtunnel: {host: round}}");
        var e = await Assert.ThrowsAsync<ProxyLoopException>(() => lab.Devices["r1"].ConnectAsync(cancellationToken: Token));
        Assert.Equal("'default' of 'r1' via 'way': The path goes round in a circle: round -> about -> round (key: sshtunnel).", e.Message);
    }

    [Fact, Behaviour("PX-20")]
    public async Task A_host_is_itself_reached_through_another()
    {
        await using var lab = Lab("{protocol: ssh, ip: 10.213.1.2, sshtunnel: {host: inner}}");
        Assert.Equal("r1", (await lab.Devices["r1"].ConnectAsync<CliConnection>(cancellationToken: Token)).HostName);
    }

    public void Dispose() => File.Delete(_knownHosts);

    private string Port(string device, string via) => RealLab.Load(_knownHosts).Devices[device].Paths[via].Port!.Value.ToString(CultureInfo.InvariantCulture);

    private Testbed Lab(string path, int relay = 1)
    {
        var port = Port("linux1", "ssh");
        return Testbed.Parse(
            $$$"""
            testbed:
              servers:
                gate:
                  address: 127.0.0.1
                  credentials: {ssh: {username: clabsh, password: lab-pass}}
                  custom: {port: {{{port}}}, ssh_options: "-o Ciphers=aes128-ctr"}
                refused:
                  address: 127.0.0.1
                  credentials: {default: {username: clabsh, password: wrong-secret}}
                  custom: {port: {{{relay}}} }
                counted:
                  address: 127.0.0.1
                  credentials: {default: {username: clabsh, password: lab-pass}}
                  custom: {port: {{{relay}}} }
            devices:
              r1:
                os: frr
                credentials: {default: {username: clabr1, password: lab-pass}, vty: {password: vty-pass}, enable: {password: en-pass}}
                connections:
                  way: {{{path}}}
              linux1:
                os: linux
                credentials: {default: {username: clabsh, password: lab-pass}}
                connections: {ssh: {protocol: ssh, ip: 127.0.0.1, port: {{{port}}} }}
              inner:
                os: linux
                credentials: {default: {username: clabsh, password: lab-pass}}
                connections: {ssh: {protocol: ssh, ip: 127.0.0.1, port: {{{port}}}, sshtunnel: {host: gate} } }
              round:
                os: linux
                connections: {ssh: {protocol: ssh, ip: 127.0.0.1, port: 1, sshtunnel: {host: about} } }
              about:
                os: linux
                connections: {ssh: {protocol: ssh, ip: 127.0.0.1, port: 1, sshtunnel: {host: round} } }
            """,
            new TestbedOptions { HostKeys = HostKeyPolicy.AcceptNew, KnownHostsFile = _knownHosts });
    }
}
