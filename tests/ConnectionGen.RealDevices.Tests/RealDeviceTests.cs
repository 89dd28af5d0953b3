using ConnectionGen.Cli;

namespace ConnectionGen.RealDevices.Tests;

// one after the other: they change the configuration of one router, and look at the whole of it
[Collection("configuration of r1")]
public sealed class RealDeviceTests : IDisposable
{
    private readonly string _knownHosts = Path.Combine(Path.GetTempPath(), $"known-hosts-{Guid.NewGuid():N}");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ssh")]
    [InlineData("key")]
    [InlineData("paged")]
    [InlineData("telnet")]
    [InlineData("vty")]
    public async Task A_router_answers_shows_its_configuration_and_takes_a_line_of_it(string via)
    {
        await using var lab = RealLab.Load(_knownHosts);
        await using var r1 = lab.Devices["r1"];
        var connection = await r1.ConnectAsync<CliConnection>(via: via, cancellationToken: Token);
        Assert.True(connection.IsConnected);
        Assert.Equal(("enable", "r1", "frr"), (connection.Mode, connection.HostName, connection.Platform?.Name));

        var version = await r1.ExecuteAsync("show version", cancellationToken: Token);
        Assert.StartsWith("FRRouting ", version, StringComparison.Ordinal);
        Assert.DoesNotContain("show version", version, StringComparison.Ordinal);
        Assert.DoesNotContain("r1#", version, StringComparison.Ordinal);

        var configuration = await connection.ExecuteAsync("show running-config", cancellationToken: Token);
        Assert.Contains("198.18.1.160/30", configuration, StringComparison.Ordinal);
        Assert.EndsWith("end", configuration, StringComparison.Ordinal);
        Assert.DoesNotContain("More", configuration, StringComparison.Ordinal);

        var route = $"ip route 198.51.100.{via.Length * 8}/32 Null0";
        Assert.Equal("", await connection.ConfigureAsync(route, cancellationToken: Token));
        Assert.Equal("enable", connection.Mode);
        Assert.Contains(route, await connection.ExecuteAsync("show running-config", cancellationToken: Token), StringComparison.Ordinal);
        await connection.ConfigureAsync($"no {route}", cancellationToken: Token);
        Assert.Equal(configuration, await connection.ExecuteAsync("show running-config", cancellationToken: Token));

        await r1.DisconnectAsync(cancellationToken: Token);
        Assert.False(connection.IsConnected);
    }

    [Theory]
    [InlineData("ssh")]
    [InlineData("kbdint")]
    [InlineData("telnet")]
    public async Task A_shell_runs_commands(string via)
    {
        await using var lab = RealLab.Load(_knownHosts);
        await using var linux = lab.Devices["linux1"];
        var connection = await linux.ConnectAsync<CliConnection>(via: via, cancellationToken: Token);
        Assert.Equal("shell", connection.Mode);
        Assert.Equal("Linux", connection.Execute("uname", cancellationToken: Token));
        Assert.Equal("/tmp", await connection.ExecuteAsync("cd /tmp; pwd", cancellationToken: Token));
        Assert.Equal(string.Join('\n', Enumerable.Range(1, 5000)), await connection.ExecuteAsync("seq 1 5000", cancellationToken: Token));
        var longText = new string('x', 1500);
        Assert.Equal(longText, await connection.ExecuteAsync($"echo {longText}", cancellationToken: Token));
        Assert.Equal("a\nb", await connection.ExecuteAsync("echo a\necho b", cancellationToken: Token));
        var e = await Assert.ThrowsAsync<CommandFailedException>(() => connection.ExecuteAsync("no-such-command", cancellationToken: Token));
        Assert.Contains("no-such-command: command not found", e.Message, StringComparison.Ordinal);
        Assert.Equal("still there", await connection.ExecuteAsync("echo still there", cancellationToken: Token));
    }

    [Fact]
    public async Task Old_gear_is_reached_with_the_algorithms_that_its_path_adds()
    {
        await using var lab = RealLab.Load(_knownHosts);
        await using var r2 = lab.Devices["r2"];
        var connection = await r2.ConnectAsync<CliConnection>(via: "ssh", cancellationToken: Token);
        Assert.Contains("FRRouting", await connection.ExecuteAsync("show version", cancellationToken: Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ssh")]
    [InlineData("vty")]
    public async Task A_command_that_the_router_refuses_is_an_error_and_the_connection_stays(string via)
    {
        await using var lab = RealLab.Load(_knownHosts);
        await using var r1 = lab.Devices["r1"];
        var connection = await r1.ConnectAsync<CliConnection>(via: via, cancellationToken: Token);
        var e = await Assert.ThrowsAsync<CommandFailedException>(() => connection.ExecuteAsync("bogus", cancellationToken: Token));
        Assert.Contains("'bogus' failed: % ", e.Message, StringComparison.Ordinal);
        Assert.Contains("Unknown command", e.Message, StringComparison.Ordinal);
        e = await Assert.ThrowsAsync<CommandFailedException>(() => connection.ConfigureAsync("bogus line", cancellationToken: Token));
        Assert.Equal("bogus line", e.Command);
        Assert.Equal("enable", connection.Mode);
        await connection.DisableAsync(Token);
        Assert.Equal("disable", connection.Mode);
        await connection.EnableAsync(Token);
        Assert.Equal("enable", connection.Mode);
    }

    [Fact]
    public async Task An_unknown_host_key_is_refused_and_a_remembered_one_is_not()
    {
        await using (var strict = RealLab.Load(_knownHosts, HostKeyPolicy.Strict))
        {
            var e = await Assert.ThrowsAsync<HostKeyRefusedException>(() => strict.Devices["linux1"].ConnectAsync<CliConnection>(via: "ssh", cancellationToken: Token));
            Assert.Contains("SSH host key of [127.0.0.1]:", e.Message, StringComparison.Ordinal);
            Assert.Contains(e.Fingerprint, e.Message, StringComparison.Ordinal);
            await File.WriteAllTextAsync(_knownHosts, e.KnownHostsLine + "\n", Token);
        }

        await using var lab = RealLab.Load(_knownHosts, HostKeyPolicy.Strict);
        Assert.True((await lab.Devices["linux1"].ConnectAsync<CliConnection>(via: "ssh", cancellationToken: Token)).IsConnected);
    }

    public void Dispose() => File.Delete(_knownHosts);
}
