using Microsoft.Extensions.Time.Testing;

namespace ConnectionGen.Tests.Connections;

/// <summary>Nothing waits forever: opening, closing, waiting for another call.</summary>
public sealed class LimitsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact, Behaviour("CC-03")]
    public async Task Opening_that_hangs_ends_at_its_limit_and_leaves_nothing_open()
    {
        var time = new FakeTimeProvider();
        await using var lab = ProbeLab.Load(new() { TimeProvider = time });
        var device = lab.Devices["r1"];
        var probe = device.Instantiate<ProbeConnection>("a");
        var hang = new TaskCompletionSource();
        probe.OnOpen = (_, _) => hang.Task;
        var connecting = device.ConnectAsync("a", cancellationToken: Token);
        time.Advance(TimeSpan.FromSeconds(61));
        var error = await Assert.ThrowsAsync<ConnectionTimeoutException>(() => connecting.WaitAsync(ProbeLab.Soon, Token));
        Assert.Equal("'a' of 'r1' via 'mgmt' did not open within 00:01:00.", error.Message);
        Assert.False(probe.IsConnected);
        hang.SetResult(); // it opens after all: nobody knows of that link, so it is closed
        await Eventually(() => probe.Closed == 1);
    }

    [Fact]
    public async Task A_path_may_set_the_limit_of_opening()
    {
        var time = new FakeTimeProvider();
        await using var lab = Testbed.Parse("devices: {r: {connections: {defaults: {class: probe}, a: {protocol: ssh, arguments: {connection_timeout: 5}}}}}", new() { TimeProvider = time });
        var probe = lab.Devices["r"].Instantiate<ProbeConnection>();
        probe.OnOpen = static (_, token) => Task.Delay(Timeout.Infinite, token);
        var connecting = probe.ConnectAsync(Token);
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("'default' of 'r' via 'a' did not open within 00:00:05.", (await Assert.ThrowsAsync<ConnectionTimeoutException>(() => connecting.WaitAsync(ProbeLab.Soon, Token))).Message);
    }

    [Fact]
    public async Task Opening_that_fails_leaves_the_connection_closed_and_it_can_be_tried_again()
    {
        await using var lab = ProbeLab.Load();
        var probe = lab.Devices["r1"].Instantiate<ProbeConnection>();
        probe.OnOpen = static (_, _) => throw new IOException("refused");
        await Assert.ThrowsAsync<ConnectionOpenException>(() => lab.Devices["r1"].ConnectAsync(cancellationToken: Token));
        Assert.False(probe.IsConnected);
        probe.OnOpen = static (_, _) => Task.CompletedTask;
        await lab.Devices["r1"].ConnectAsync(cancellationToken: Token);
        Assert.True(probe.IsConnected);
    }

    [Fact]
    public async Task Opening_can_be_cancelled()
    {
        await using var lab = ProbeLab.Load();
        var probe = lab.Devices["r1"].Instantiate<ProbeConnection>();
        probe.OnOpen = static (_, token) => Task.Delay(Timeout.Infinite, token);
        using var stop = new CancellationTokenSource();
        var connecting = lab.Devices["r1"].ConnectAsync(cancellationToken: stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connecting);
        Assert.False(probe.IsConnected);
    }

    [Fact]
    public async Task Disconnect_waits_for_a_running_service_then_closes_under_it()
    {
        await using var lab = ProbeLab.Load();
        var probe = await lab.Devices["r1"].ConnectAsync<ProbeConnection>("a", cancellationToken: Token);
        probe.Limits = new ConnectionLimits { Disconnect = TimeSpan.FromMilliseconds(50) };
        var go = new TaskCompletionSource();
        var running = probe.RunAsync(
            async _ =>
            {
                await go.Task;
                return "late";
            },
            Token);
        await probe.DisconnectAsync(Token).WaitAsync(ProbeLab.Soon, Token);
        Assert.Equal((false, 1), (probe.IsConnected, probe.Closed));
        var error = await Assert.ThrowsAsync<ConnectionClosedException>(() => running.WaitAsync(ProbeLab.Soon, Token));
        Assert.Equal("'a' of 'r1' via 'mgmt' was disconnected while the call was running.", error.Message);
        go.SetResult();
        await probe.ConnectAsync(Token).WaitAsync(ProbeLab.Soon, Token);
        Assert.Equal("ok", await probe.CountAsync(0, Token));
    }

    [Fact]
    public async Task Disconnect_lets_a_service_that_ends_in_time_finish()
    {
        await using var lab = ProbeLab.Load();
        var probe = await lab.Devices["r1"].ConnectAsync<ProbeConnection>("a", cancellationToken: Token);
        var running = probe.CountAsync(50, Token);
        await probe.DisconnectAsync(Token);
        Assert.True(running.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Closing_that_hangs_ends_at_its_limit()
    {
        var time = new FakeTimeProvider();
        await using var lab = ProbeLab.Load(new() { TimeProvider = time });
        var probe = await lab.Devices["r1"].ConnectAsync<ProbeConnection>("a", cancellationToken: Token);
        var entered = new TaskCompletionSource();
        probe.OnClose = (_, token) =>
        {
            entered.SetResult();
            return Task.Delay(Timeout.Infinite, token);
        };
        var closing = probe.DisconnectAsync(Token);
        await entered.Task.WaitAsync(ProbeLab.Soon, Token);
        time.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal("'a' of 'r1' via 'mgmt' did not close within 00:00:10.", (await Assert.ThrowsAsync<ConnectionTimeoutException>(() => closing.WaitAsync(ProbeLab.Soon, Token))).Message);
        Assert.False(probe.IsConnected);
    }

    [Fact]
    public async Task A_call_waits_for_the_one_before_it_no_longer_than_its_limit()
    {
        await using var lab = ProbeLab.Load();
        var probe = await lab.Devices["r1"].ConnectAsync<ProbeConnection>("a", cancellationToken: Token);
        probe.Limits = new ConnectionLimits { Busy = TimeSpan.FromMilliseconds(30) };
        var go = new TaskCompletionSource<string>();
        var running = probe.RunAsync(_ => go.Task, Token);
        var error = await Assert.ThrowsAsync<ConnectionBusyException>(() => probe.CountAsync(0, Token));
        Assert.Equal("'a' of 'r1' via 'mgmt' was in use by another call for 00:00:00.0300000.", error.Message);
        go.SetResult("");
        await running;
        Assert.Equal("ok", await probe.CountAsync(0, Token));
    }

    [Fact]
    public async Task A_service_on_a_closed_connection_does_not_connect_by_itself()
    {
        await using var lab = ProbeLab.Load();
        var probe = lab.Devices["r1"].Instantiate<ProbeConnection>("a");
        var error = await Assert.ThrowsAsync<NotConnectedException>(() => probe.CountAsync(0, Token));
        Assert.Equal("'a' of 'r1' via 'mgmt' is not connected: CountAsync cannot run. Connect it first.", error.Message);
        Assert.Throws<NotConnectedException>(() => probe.Add(1, 2));
        await Assert.ThrowsAsync<NotConnectedException>(async () => await probe.NumbersAsync(1, Token).ToArrayAsync(Token));
        Assert.Equal(0, probe.Opened);
    }

    [Fact]
    public async Task A_link_that_ends_by_itself_is_seen()
    {
        await using var lab = ProbeLab.Load();
        var probe = await lab.Devices["r1"].ConnectAsync<ProbeConnection>("a", cancellationToken: Token);
        Assert.True(await probe.ProbeAsync(Token));
        probe.End();
        Assert.False(lab.Devices["r1"].IsConnected("a"));
        Assert.False(probe.Probe(Token));
        await Assert.ThrowsAsync<NotConnectedException>(() => probe.CountAsync(0, Token));
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(-1000)]
    public void A_negative_limit_is_refused(int milliseconds)
        => Assert.Contains(
            "A limit is zero or more, or Timeout.InfiniteTimeSpan.",
            Assert.Throws<ArgumentOutOfRangeException>(() => new ConnectionLimits { Busy = TimeSpan.FromMilliseconds(milliseconds) }).Message,
            StringComparison.Ordinal);

    private static async Task Eventually(Func<bool> holds)
    {
        for (var n = 0; n < 1000 && !holds(); n++)
        {
            await Task.Delay(5, Token);
        }

        Assert.True(holds());
    }
}
