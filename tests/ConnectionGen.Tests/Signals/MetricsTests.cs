namespace ConnectionGen.Tests.Signals;

/// <summary>What the meter shows.</summary>
[Collection(nameof(ProcessWide))]
public sealed class MetricsTests : IAsyncLifetime
{
    private readonly Testbed _lab = ProbeLab.Load();
    private readonly Measured _measured = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Device R1 => _lab.Devices["r1"];

    public ValueTask InitializeAsync() => default;

    public async ValueTask DisposeAsync()
    {
        await _lab.DisposeAsync();
        _measured.Dispose();
    }

    [Fact]
    public async Task Open_connections_are_counted_up_and_down()
    {
        var probe = await R1.ConnectAsync<ProbeConnection>("a", cancellationToken: Token);
        await R1.ConnectAsync("a", cancellationToken: Token);
        var (value, tags) = Assert.Single(_measured.Of(ConnectionSignals.ConnectionsOpen));
        Assert.Equal(1, value);
        Assert.Equal(
            [("connectiongen.alias", "a"), ("connectiongen.class", "ProbeConnection"), ("connectiongen.device", "r1"), ("connectiongen.via", "mgmt")],
            tags.OrderBy(static tag => tag.Key, StringComparer.Ordinal).Select(static tag => (tag.Key, (string?)tag.Value)));
        await R1.DisconnectAsync("a", Token);
        await R1.DisconnectAsync("a", Token);
        Assert.Equal(0, _measured.Sum(ConnectionSignals.ConnectionsOpen));
        await probe.ConnectAsync(Token);
        await R1.DestroyAsync("a", Token);
        Assert.Equal((0, 4), (_measured.Sum(ConnectionSignals.ConnectionsOpen), _measured.Of(ConnectionSignals.ConnectionsOpen).Count));
    }

    [Fact]
    public async Task A_link_that_ends_by_itself_is_counted_down_once()
    {
        var probe = await R1.ConnectAsync<ProbeConnection>("a", cancellationToken: Token);
        probe.End();
        Assert.Equal(0, _measured.Sum(ConnectionSignals.ConnectionsOpen));
        probe.End();
        await R1.DestroyAsync("a", Token);
        Assert.Equal(0, _measured.Sum(ConnectionSignals.ConnectionsOpen));
    }

    [Fact]
    public async Task A_closing_that_fails_is_counted_down_too()
    {
        var probe = await R1.ConnectAsync<ProbeConnection>("a", cancellationToken: Token);
        probe.OnClose = static (_, _) => throw new IOException("stuck");
        await Assert.ThrowsAsync<IOException>(() => R1.DisconnectAsync("a", Token));
        Assert.Equal(0, _measured.Sum(ConnectionSignals.ConnectionsOpen));
    }

    [Fact]
    public async Task An_opening_that_fails_is_an_error_and_no_open_connection()
    {
        R1.Instantiate<ProbeConnection>("a").OnOpen = static (_, _) => throw new IOException("secret");
        await Assert.ThrowsAsync<ConnectionOpenException>(() => R1.ConnectAsync("a", cancellationToken: Token));
        Assert.Empty(_measured.Of(ConnectionSignals.ConnectionsOpen));
        var (value, tags) = Assert.Single(_measured.Of(ConnectionSignals.Errors));
        Assert.Equal((1, "Connect", "System.IO.IOException"), (value, tags["connectiongen.service"], tags["error.type"]));
    }

    [Fact]
    public async Task Workers_count_as_open_connections_and_as_the_pools_size()
    {
        var pool = await R1.ConnectPoolAsync<ProbeConnection>(3, "pool", cancellationToken: Token);
        Assert.Equal((3, 3), (_measured.Sum(ConnectionSignals.ConnectionsOpen), _measured.Sum(ConnectionSignals.PoolSize)));
        Assert.Equal(["pool[1]", "pool[2]", "pool[3]"], _measured.Of(ConnectionSignals.ConnectionsOpen).Select(static one => (string?)one.Tags["connectiongen.alias"]).Order(StringComparer.Ordinal));
        Assert.All(_measured.Of(ConnectionSignals.PoolSize), static one => Assert.Equal("pool", one.Tags["connectiongen.alias"]));
        await pool.ResizeAsync(5, Token);
        Assert.Equal((5, 5), (_measured.Sum(ConnectionSignals.ConnectionsOpen), _measured.Sum(ConnectionSignals.PoolSize)));
        await pool.ResizeAsync(2, Token);
        Assert.Equal((2, 2), (_measured.Sum(ConnectionSignals.ConnectionsOpen), _measured.Sum(ConnectionSignals.PoolSize)));
        pool.Workers[0].End();
        Assert.Equal((1, 2), (_measured.Sum(ConnectionSignals.ConnectionsOpen), _measured.Sum(ConnectionSignals.PoolSize)));
        await R1.DestroyAsync("pool", Token);
        Assert.Equal((0, 0), (_measured.Sum(ConnectionSignals.ConnectionsOpen), _measured.Sum(ConnectionSignals.PoolSize)));
    }

    [Fact]
    public async Task A_pool_that_cannot_open_counts_nothing_in_the_end()
    {
        var pool = R1.InstantiatePool<ProbeConnection>(3, "pool");
        pool.Workers[1].OnOpen = static (_, _) => throw new IOException("line busy");
        await Assert.ThrowsAsync<ConnectionOpenException>(() => pool.ConnectAsync(Token));
        Assert.Equal((0, 0), (_measured.Sum(ConnectionSignals.ConnectionsOpen), _measured.Sum(ConnectionSignals.PoolSize)));
    }

    [Fact]
    public async Task A_pool_that_is_connected_again_because_its_workers_are_gone_is_counted_once()
    {
        var pool = await R1.ConnectPoolAsync<ProbeConnection>(2, "pool", cancellationToken: Token);
        foreach (var worker in pool.Workers)
        {
            worker.End();
        }

        Assert.False(pool.IsConnected);
        await R1.ConnectAsync("pool", cancellationToken: Token);
        Assert.True(pool.IsConnected);
        Assert.Equal((2, 2), (_measured.Sum(ConnectionSignals.ConnectionsOpen), _measured.Sum(ConnectionSignals.PoolSize)));
        Assert.Equal(2, pool.Statistics.Free);
    }

    [Fact]
    public async Task Waiting_for_a_worker_is_measured()
    {
        var pool = await R1.ConnectPoolAsync<ProbeConnection>(1, "pool", cancellationToken: Token);
        await pool.CountAsync(0, Token);
        Assert.Empty(_measured.Of(ConnectionSignals.PoolWait)); // nobody waited
        var lease = await pool.LeaseAsync(Token);
        var waiting = pool.CountAsync(0, Token);
        await Task.Delay(20, Token);
        lease.Dispose();
        await waiting;
        var (value, tags) = Assert.Single(_measured.Of(ConnectionSignals.PoolWait));
        Assert.InRange(value, 0.01, 20);
        Assert.Equal("pool", tags["connectiongen.alias"]);
    }

    [Fact]
    public async Task Each_call_has_a_duration_and_a_failed_one_an_error_without_arguments()
    {
        var probe = await R1.ConnectAsync<ProbeConnection>("a", cancellationToken: Token);
        await probe.CountAsync(4711, new CancellationToken(canceled: true)).ContinueWith(static _ => { }, TaskScheduler.Default); // never began: no duration
        await R1.Alias("a").CountAsync(5, Token);
        await Assert.ThrowsAsync<IOException>(() => probe.RunAsync(static _ => throw new IOException("hunter2"), Token));
        Assert.Equal(["CountAsync", "RunAsync"], _measured.Of(ConnectionSignals.ServiceDuration).Select(static one => (string?)one.Tags["connectiongen.service"]));
        Assert.InRange(_measured.Of(ConnectionSignals.ServiceDuration)[0].Value, 0.001, 20);
        var (value, tags) = Assert.Single(_measured.Of(ConnectionSignals.Errors));
        Assert.Equal((1, "RunAsync", "System.IO.IOException"), (value, tags["connectiongen.service"], tags["error.type"]));
        Assert.DoesNotContain(_measured.All.SelectMany(static one => one.Tags.Values), static tag => $"{tag}".Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_listens_and_nothing_is_measured()
    {
        _measured.Dispose();
        await R1.ConnectPoolAsync<ProbeConnection>(2, "pool", cancellationToken: Token);
        Assert.Equal("ok", await R1.Alias("pool").CountAsync(0, Token));
        await R1.DestroyAllAsync(Token);
        Assert.Empty(_measured.All);
    }
}
