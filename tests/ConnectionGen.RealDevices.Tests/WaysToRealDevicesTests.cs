using System.Diagnostics;
using System.Globalization;
using ConnectionGen.Cli;

namespace ConnectionGen.RealDevices.Tests;

/// <summary>The ways to a device: an ssh client's streams, a login behind a login, keys, algorithms, and what each says when it is refused.</summary>
// one after the other: they change the configuration of one router, and look at the whole of it
[Collection("configuration of r1")]
public sealed class WaysToRealDevicesTests : IDisposable
{
    private readonly string _knownHosts = Path.Combine(Path.GetTempPath(), $"known-hosts-{Guid.NewGuid():N}");
    private readonly string _key = Path.Combine(Path.GetTempPath(), $"key-{Guid.NewGuid():N}");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_streams_of_an_ssh_client_are_a_way_to_a_router()
    {
        await using var lab = Lab("r1", "key", path => $"command: \"ssh -tt -o BatchMode=yes -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null {path.SshOptions} -p {Port(path)} clabr1@127.0.0.1\"");
        var connection = await lab.Devices["device"].ConnectAsync<CliConnection>(cancellationToken: Token);
        Assert.Equal(("enable", "r1"), (connection.Mode, connection.HostName));
        var version = await connection.ExecuteAsync("show version", cancellationToken: Token);
        Assert.StartsWith("FRRouting ", version, StringComparison.Ordinal);
        Assert.Equal(version.Split('\n'), await connection.ExecuteLinesAsync("show version", cancellationToken: Token).ToArrayAsync(Token));
        // other tests configure the router meanwhile
        Assert.EndsWith("end", await connection.ExecuteAsync("show running-config", cancellationToken: Token), StringComparison.Ordinal);
        Assert.Equal("end", (await connection.ExecuteLinesAsync("show running-config", cancellationToken: Token).ToArrayAsync(Token))[^1]);
        Assert.Equal("", await connection.ConfigureAsync("ip route 198.51.100.77/32 Null0", cancellationToken: Token));
        await connection.ConfigureAsync("no ip route 198.51.100.77/32 Null0", cancellationToken: Token);
        await lab.Devices["device"].DisconnectAsync(cancellationToken: Token);
        Assert.False(connection.IsConnected);
    }

    [Fact]
    public async Task The_streams_of_a_command_line_without_a_terminal_are_a_way()
    {
        await using var lab = Lab("r1", "key", static _ => $"command: {Path.Combine(Environment.GetEnvironmentVariable("LAB_DIR")!, "vtysh-r1")}");
        var connection = await lab.Devices["device"].ConnectAsync<CliConnection>(cancellationToken: Token);
        Assert.Equal(("enable", "r1"), (connection.Mode, connection.HostName));
        Assert.StartsWith("FRRouting ", await connection.ExecuteAsync("show version", cancellationToken: Token), StringComparison.Ordinal);
        Assert.Equal("", await connection.ConfigureAsync("line vty", cancellationToken: Token));
        var e = await Assert.ThrowsAsync<CommandFailedException>(() => connection.ExecuteAsync("bogus", cancellationToken: Token));
        Assert.Contains("Unknown command", e.Error, StringComparison.Ordinal);
        Assert.EndsWith("end", await connection.ExecuteAsync("show running-config", cancellationToken: Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ssh_client_that_is_refused_says_so_in_the_message()
    {
        await using var lab = Lab("r1", "key", static path => $"command: \"ssh -tt -o BatchMode=yes -o PubkeyAuthentication=no -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -p {Port(path)} clabr1@127.0.0.1\"");
        var e = await Assert.ThrowsAsync<LinkClosedException>(() => lab.Devices["device"].ConnectAsync<CliConnection>(cancellationToken: Token));
        Assert.Contains("process 'ssh' has ended with exit code 255; it said: ", e.Message, StringComparison.Ordinal);
        Assert.Contains("Permission denied", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_login_behind_an_ssh_login_takes_the_second_credential()
    {
        var vty = RealLab.Load(_knownHosts).Devices["r1"].Paths["vty"];
        await using var lab = Lab("linux1", "ssh", path => $"protocol: ssh\n        ip: 127.0.0.1\n        port: {Port(path)}\n        login_creds: [default, vty]\n        arguments: {{console_port: {Port(vty)}}}");
        var connection = await lab.Devices["device"].ConnectAsync<TerminalServerConnection>(cancellationToken: Token);
        Assert.Equal(("enable", "r1"), (connection.Mode, connection.HostName));
        Assert.Contains("FRRouting", await connection.ExecuteAsync("show version", cancellationToken: Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_with_a_passphrase_is_opened_with_that_of_the_credential()
    {
        var options = RealLab.Load(_knownHosts).Devices["r1"].Paths["key"].SshOptions!;
        File.Copy(options.Split(' ')[^1], _key);
        using (var keygen = Process.Start("ssh-keygen", ["-q", "-p", "-P", "", "-N", "pass-phrase", "-f", _key]))
            await keygen.WaitForExitAsync(Token);
        await using (var lab = Lab("r1", "key", KeyPath, "default: {username: clabr1, passphrase: pass-phrase}"))
            Assert.Equal("enable", (await lab.Devices["device"].ConnectAsync<CliConnection>(cancellationToken: Token)).Mode);
        await using (var lab = Lab("r1", "key", KeyPath, "default: {username: clabr1}"))
        {
            var e = await Assert.ThrowsAsync<AuthenticationFailedException>(() => lab.Devices["device"].ConnectAsync<CliConnection>(cancellationToken: Token));
            Assert.EndsWith($"The key file {_key} needs a passphrase; the credential 'default' has none (key: passphrase).", e.Message, StringComparison.Ordinal);
        }

        await using var wrong = Lab("r1", "key", KeyPath, "default: {username: clabr1, passphrase: wrong-phrase}");
        var refused = await Assert.ThrowsAsync<AuthenticationFailedException>(() => wrong.Devices["device"].ConnectAsync<CliConnection>(cancellationToken: Token));
        Assert.Contains($"The key file {_key} cannot be read: ", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-phrase", refused.ToString(), StringComparison.Ordinal);

        string KeyPath(PathDescription path) => $"protocol: ssh\n        ip: 127.0.0.1\n        port: {Port(path)}\n        ssh_options: \"-i {_key}\"";
    }

    [Theory]
    [InlineData("ssh")]
    [InlineData("kbdint")]
    public async Task A_wrong_password_is_refused_and_named_by_its_credential(string via)
    {
        await using var lab = Lab("linux1", via, SshPath, "default: {username: clabsh, password: wrong-secret}");
        var e = await Assert.ThrowsAsync<AuthenticationFailedException>(() => lab.Devices["device"].ConnectAsync<CliConnection>(cancellationToken: Token));
        Assert.Contains(" refused the login of 'clabsh' with the credential 'default': ", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-secret", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_that_was_refused_is_not_sent_again_in_the_other_way_that_the_server_has()
    {
        _ = RealLab.FileOrSkip();
        await using var server = await PasswordServer.StartAsync("clabsh", Token);
        await using var lab = Testbed.Parse(
            $$"""
            devices:
              device:
                os: linux
                credentials: {default: {username: clabsh, password: wrong-secret} }
                connections: {ssh: {protocol: ssh, ip: 127.0.0.1, port: {{server.Port}} } }
            """,
            new TestbedOptions { HostKeys = HostKeyPolicy.Off });
        await Assert.ThrowsAsync<AuthenticationFailedException>(() => lab.Devices["device"].ConnectAsync<CliConnection>(cancellationToken: Token));
        Assert.Equal(["Failed password for clabsh"], await server.RefusalsAsync(Token));
    }

    [Fact]
    public async Task A_session_that_is_cut_in_the_middle_of_a_command_ends_it_at_once_and_can_be_opened_again()
    {
        var host = RealLab.Load(_knownHosts).Devices["linux1"].Paths["ssh"];
        await using var relay = new Relay(host.Port!.Value);
        await using var lab = Testbed.Parse(
            $$"""
            devices:
              device:
                os: linux
                credentials: {default: {username: clabsh, password: {{host.Credentials["default"].Password!.Reveal()}} } }
                connections: {ssh: {protocol: ssh, ip: 127.0.0.1, port: {{relay.Port}} } }
            """,
            new TestbedOptions { HostKeys = HostKeyPolicy.Off });
        var connection = await lab.Devices["device"].ConnectAsync<CliConnection>(cancellationToken: Token);
        var command = connection.ExecuteAsync("echo begun; sleep 60", cancellationToken: Token);
        await Task.Delay(TimeSpan.FromMilliseconds(300), Token);
        relay.Cut();
        var e = await Assert.ThrowsAsync<LinkClosedException>(() => command);
        Assert.Contains("begun", e.Message, StringComparison.Ordinal);
        Assert.False(connection.IsConnected);
        Assert.True(connection.Disconnected.IsCancellationRequested);
        await connection.ConnectAsync(Token);
        Assert.Equal("again", await connection.ExecuteAsync("echo again", cancellationToken: Token));
        Assert.Equal((2, 1), (relay.Accepted, relay.Open));
    }

    [Fact]
    public async Task A_server_with_no_algorithm_in_common_is_said_with_what_to_add()
    {
        await using var lab = Lab("r2", "ssh", SshPath);
        var e = await Assert.ThrowsAsync<ConnectFailedException>(() => lab.Devices["device"].ConnectAsync<CliConnection>(cancellationToken: Token));
        Assert.Equal(ConnectFailure.NoCommonAlgorithm, e.Failure);
        Assert.Contains("ssh_options, as in \"-o KexAlgorithms=+", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_key_that_has_changed_is_refused_also_where_new_ones_are_accepted()
    {
        await using var lab = Lab("linux1", "ssh", SshPath);
        var port = Port(RealLab.Load(_knownHosts).Devices["linux1"].Paths["ssh"]);
        await File.WriteAllTextAsync(_knownHosts, $"[127.0.0.1]:{port} ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n", Token);
        var e = await Assert.ThrowsAsync<HostKeyChangedException>(() => lab.Devices["device"].ConnectAsync<CliConnection>(cancellationToken: Token));
        Assert.Contains($"The SSH host key of [127.0.0.1]:{port} has changed: it is now ssh-ed25519 {e.Fingerprint}.", e.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        File.Delete(_knownHosts);
        File.Delete(_key);
    }

    private static string SshPath(PathDescription path) => $"protocol: ssh\n        ip: 127.0.0.1\n        port: {Port(path)}";

    private static string Port(PathDescription path) => path.Port!.Value.ToString(CultureInfo.InvariantCulture);

    private Testbed Lab(string device, string via, Func<PathDescription, string> path, string credentials = "default: {username: clabsh, password: lab-pass}")
    {
        var real = RealLab.Load(_knownHosts).Devices[device].Paths[via];
        return Testbed.Parse(
            $$"""
            devices:
              device:
                os: {{(device == "linux1" && via != "ssh" ? "linux" : "frr")}}
                credentials:
                  {{credentials}}
                  vty: {password: vty-pass}
                  enable: {password: en-pass}
                connections:
                  way:
                    {{path(real)}}
            """,
            new TestbedOptions { HostKeys = HostKeyPolicy.AcceptNew, KnownHostsFile = _knownHosts });
    }
}
