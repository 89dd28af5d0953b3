using ConnectionGen.Cli;

namespace ConnectionGen.RealDevices.Tests;

/// <summary>Services beyond commands and configurations on the lab's routers and its Linux host.</summary>
// one after the other: they change the configuration of one router, and look at the whole of it
[Collection("configuration of r1")]
public sealed class ServicesOnRealDevicesTests : IDisposable
{
    private readonly string _knownHosts = Path.Combine(Path.GetTempPath(), $"known-hosts-{Guid.NewGuid():N}");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ssh")]
    [InlineData("telnet")]
    public async Task A_router_whose_ping_does_not_end_is_interrupted_when_it_has_pinged_enough(string via)
    {
        await using var lab = RealLab.Load(_knownHosts);
        await using var r1 = lab.Devices["r1"];
        await r1.ConnectAsync<CliConnection>(via: via, cancellationToken: Token);
        var ping = await r1.PingAsync("127.0.0.1", new PingOptions { Count = 3 }, cancellationToken: Token);
        Assert.Equal((3, 3), (ping.Sent, ping.Received));
        Assert.True(ping.Average > TimeSpan.Zero);
        var e = await Assert.ThrowsAsync<PingFailedException>(() => r1.PingAsync("198.51.100.254", new PingOptions { Count = 1 }, cancellationToken: Token));
        Assert.Equal(0, e.Result?.Received);
        Assert.StartsWith("FRRouting ", await r1.ExecuteAsync("show version", cancellationToken: Token), StringComparison.Ordinal);
        Assert.Contains("198.18.1.160/30", await r1.GetConfigAsync(cancellationToken: Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ssh")]
    [InlineData("telnet")]
    [InlineData("vty")]
    public async Task Many_lines_are_taken_at_once(string via)
    {
        await using var lab = RealLab.Load(_knownHosts);
        await using var r1 = lab.Devices["r1"];
        await r1.ConnectAsync<CliConnection>(via: via, cancellationToken: Token);
        var routes = Enumerable.Range(1, 60).Select(static n => $"ip route 100.64.7.{n}/32 Null0").ToArray();
        var options = new ConfigureOptions { LinesAtOnce = 25 };
        await r1.ConfigureAsync(routes, options: options, cancellationToken: Token);
        var configuration = await r1.GetConfigAsync(cancellationToken: Token);
        Assert.All(routes, route => Assert.Contains(route, configuration, StringComparison.Ordinal));
        var e = await Assert.ThrowsAsync<CommandFailedException>(() => r1.ConfigureAsync([.. routes[..5], "bogus line", routes[5]], options: options, cancellationToken: Token));
        Assert.Equal("bogus line", e.Command);
        await r1.ConfigureAsync([.. routes.Select(static route => $"no {route}")], options: options, cancellationToken: Token);
        Assert.DoesNotContain("100.64.7.", await r1.GetConfigAsync(cancellationToken: Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_daemon_of_a_router_has_no_ping_and_says_so()
    {
        await using var lab = RealLab.Load(_knownHosts);
        await using var r1 = lab.Devices["r1"];
        await r1.ConnectAsync<CliConnection>(via: "vty", cancellationToken: Token);
        var e = await Assert.ThrowsAsync<CommandFailedException>(() => r1.PingAsync("127.0.0.1", cancellationToken: Token));
        Assert.Contains("Unknown command: ping 127.0.0.1", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ssh")]
    [InlineData("telnet")]
    public async Task A_shell_pings_what_is_there_and_says_what_it_does_not_know(string via)
    {
        await using var lab = RealLab.Load(_knownHosts);
        await using var linux = lab.Devices["linux1"];
        await linux.ConnectAsync<CliConnection>(via: via, cancellationToken: Token);
        var ping = await linux.PingAsync("127.0.0.1", new PingOptions { Count = 2, Size = 100 }, cancellationToken: Token);
        Assert.Equal((2, 2), (ping.Sent, ping.Received));
        await Assert.ThrowsAsync<CommandFailedException>(() => linux.PingAsync("no-such-host.invalid", cancellationToken: Token));
        Assert.Equal("still there", await linux.ExecuteAsync("echo still there", cancellationToken: Token));
    }

    public void Dispose() => File.Delete(_knownHosts);
}
