namespace ConnectionGen.Tests.Pools;

/// <summary>Several workers behind one alias.</summary>
public sealed class PoolTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact, Behaviour("CM-48", "CM-49", "CM-62", "CM-63", "CM-65", "CP-01", "CP-02", "CP-03", "CP-08", "CP-09", "CP-11", "CP-14")]
    public async Task Calls_are_spread_over_workers_one_at_a_time_each()
    {
        await using var lab = ProbeLab.Load();
        var pool = await lab.Devices["r1"].ConnectPoolAsync<ProbeConnection>(3, "pool", "console", cancellationToken: Token);
        for (var n = 0; n < 30; n++)
        {
            await lab.Devices["r1"].Alias("pool").CountAsync(0, Token);
        }

        Assert.Equal([10, 10, 10], pool.Workers.Select(static worker => worker.Calls));
        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => lab.Devices["r1"].Alias("pool").CountAsync(1, Token)));
        Assert.Equal(60, pool.Workers.Sum(static worker => worker.Calls));
        Assert.All(pool.Workers, static worker => Assert.Equal(1, worker.MostAtOnce));
        Assert.Equal(["pool[1]", "pool[2]", "pool[3]"], pool.Workers.Select(static worker => worker.Alias));
        Assert.All(pool.Workers, static worker => Assert.Equal("console", worker.Via));
    }

    [Fact, Behaviour("CM-64")]
    public async Task Instantiate_makes_the_workers_unopened_to_be_changed_before_they_connect()
    {
        await using var lab = ProbeLab.Load();
        var pool = lab.Devices["r1"].InstantiatePool<ProbeConnection>(2, "pool");
        Assert.Equal((false, 0), (lab.Devices["r1"].IsConnected("pool"), pool.Workers.Sum(static worker => worker.Opened)));
        var opened = 0;
        foreach (var worker in pool.Workers)
        {
            worker.OnOpen = (_, _) =>
            {
                Interlocked.Increment(ref opened);
                return Task.CompletedTask;
            };
        }

        await pool.ConnectAsync(Token);
        Assert.Equal(2, opened);
    }

    [Fact, Behaviour("CM-62", "CM-09", "DI-33")]
    public async Task A_pool_without_a_class_is_of_the_default_class_and_without_an_alias_the_default_one()
    {
        await using var lab = ProbeLab.Load();
        ConnectionPool pool = await lab.Devices["r1"].ConnectPoolAsync(2, cancellationToken: Token);
        Assert.Equal((2, "default", typeof(ProbeConnection)), (pool.Size, pool.Alias, pool.ConnectionClass));
        Assert.Equal("ok", await lab.Devices["r1"].CountAsync(0, Token));
        Assert.Equal("ok", await lab.Devices["r1"].Pool.CountAsync(0, Token));
        Assert.Equal(5, lab.Devices["r1"].Add(2, 3));
        Assert.Equal("ok", ((ConnectionPool<ProbeConnection>)pool).Count(0, Token));
    }

    [Fact, Behaviour("CP-04")]
    public async Task Who_came_first_is_served_first()
    {
        await using var lab = ProbeLab.Load();
        var pool = await lab.Devices["r1"].ConnectPoolAsync<ProbeConnection>(1, "pool", cancellationToken: Token);
        var order = new List<int>();
        var lease = await pool.LeaseAsync(Token);
        var waiting = Enumerable.Range(0, 20).Select(async n =>
        {
            await using var mine = await pool.LeaseAsync(Token);
            order.Add(n);
        }).ToArray();
        await lease.DisposeAsync();
        await Task.WhenAll(waiting);
        Assert.Equal(Enumerable.Range(0, 20), order);
    }

    [Fact, Behaviour("CM-50", "CP-05", "CP-07")]
    public async Task A_call_waits_no_longer_than_the_pools_limit()
    {
        await using var lab = ProbeLab.Load();
        var pool = await lab.Devices["r1"].ConnectPoolAsync<ProbeConnection>(1, "pool", poolTimeout: TimeSpan.FromMilliseconds(30), cancellationToken: Token);
        await using (await pool.LeaseAsync(Token))
        {
            var error = await Assert.ThrowsAsync<PoolTimeoutException>(() => pool.CountAsync(0, Token));
            Assert.Equal("None of the 1 workers of 'pool' of 'r1' via 'mgmt' was free within 00:00:00.0300000.", error.Message);
        }

        Assert.Equal("ok", await pool.CountAsync(0, Token));
    }

    [Fact, Behaviour("CP-06")]
    public async Task Zero_means_now_or_never_and_infinite_forever()
    {
        await using var lab = ProbeLab.Load();
        var pool = await lab.Devices["r1"].ConnectPoolAsync<ProbeConnection>(1, "now", poolTimeout: TimeSpan.Zero, cancellationToken: Token);
        await using (await pool.LeaseAsync(Token))
        {
            await Assert.ThrowsAsync<PoolTimeoutException>(() => pool.LeaseAsync(Token).AsTask());
        }

        Assert.Equal(Timeout.InfiniteTimeSpan, (await lab.Devices["r1"].ConnectPoolAsync<ProbeConnection>(1, "ever", poolTimeout: Timeout.InfiniteTimeSpan, cancellationToken: Token)).PoolTimeout);
        Assert.Equal(TimeSpan.FromMinutes(5), (await lab.Devices["r1"].ConnectPoolAsync<ProbeConnection>(1, "default", cancellationToken: Token)).PoolTimeout);
    }

    [Fact]
    public async Task Waiting_can_be_cancelled_and_loses_no_worker()
    {
        await using var lab = ProbeLab.Load();
        var pool = await lab.Devices["r1"].ConnectPoolAsync<ProbeConnection>(1, "pool", cancellationToken: Token);
        using var stop = new CancellationTokenSource();
        var lease = await pool.LeaseAsync(Token);
        var waiting = pool.LeaseAsync(stop.Token).AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await lease.DisposeAsync();
        await using var next = await pool.LeaseAsync(Token);
        Assert.Same(pool.Workers[0], next.Connection);
    }

    [Fact, Behaviour("CM-66", "CP-18")]
    public async Task Disconnect_and_destroy_close_every_worker_and_tell_who_waits()
    {
        await using var lab = ProbeLab.Load();
        var device = lab.Devices["r1"];
        var pool = await device.ConnectPoolAsync<ProbeConnection>(2, "pool", cancellationToken: Token);
        var first = await pool.LeaseAsync(Token);
        var second = await pool.LeaseAsync(Token);
        var waiting = pool.LeaseAsync(Token).AsTask();
        await device.DisconnectAsync("pool", Token);
        Assert.Equal(
            "'pool' of 'r1' via 'mgmt' was disconnected while the call waited for a free worker.",
            (await Assert.ThrowsAsync<ConnectionClosedException>(() => waiting)).Message);
        Assert.All(pool.Workers, static worker => Assert.Equal((1, false), (worker.Closed, worker.IsConnected)));
        await first.DisposeAsync();
        await second.DisposeAsync();
        Assert.Equal(
            "'pool' of 'r1' via 'mgmt' is not connected: no worker can be taken. Connect it first.",
            (await Assert.ThrowsAsync<NotConnectedException>(() => pool.LeaseAsync(Token).AsTask())).Message);
        await device.ConnectAsync("pool", cancellationToken: Token);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => pool.CountAsync(0, Token)));
        Assert.Equal((10, 1), (pool.Workers.Sum(static worker => worker.Calls), pool.Workers.Max(static worker => worker.MostAtOnce)));
        await device.DestroyAsync("pool", Token);
        Assert.All(pool.Workers, static worker => Assert.Equal(2, worker.Closed));
        Assert.Empty(device.ConnectionManager.Connections);
    }

    [Fact]
    public async Task Where_one_worker_cannot_open_none_stays_open()
    {
        await using var lab = ProbeLab.Load();
        var pool = lab.Devices["r1"].InstantiatePool<ProbeConnection>(3, "pool");
        pool.Workers[1].OnOpen = static (_, _) => throw new IOException("line busy");
        Assert.Equal(
            "'pool[2]' of 'r1' via 'mgmt' could not be opened: IOException: line busy",
            (await Assert.ThrowsAsync<ConnectionOpenException>(() => pool.ConnectAsync(Token))).Message);
        Assert.All(pool.Workers, static worker => Assert.False(worker.IsConnected));
        Assert.Equal([1, 0, 1], pool.Workers.Select(static worker => worker.Closed));
        Assert.False(pool.IsConnected);
    }

    [Theory, Behaviour("CP-12")]
    [InlineData("pool_size: 2")]
    [InlineData("pool_size: 2, pool_timeout: 30")]
    public async Task A_path_with_a_pool_size_gives_a_pool(string keys)
    {
        await using var lab = Testbed.Parse("devices: {r: {connections: {defaults: {class: probe}, a: {protocol: ssh, " + keys + "}}}}");
        var pool = Assert.IsType<ConnectionPool<ProbeConnection>>(await lab.Devices["r"].ConnectAsync(cancellationToken: Token));
        Assert.Equal(2, pool.Size);
        Assert.Equal(keys.Contains("30", StringComparison.Ordinal) ? 30 : 300, pool.PoolTimeout.TotalSeconds);
        var error = await Assert.ThrowsAsync<ConnectionClassMismatchException>(() => lab.Devices["r"].ConnectAsync<ProbeConnection>("one", cancellationToken: Token));
        Assert.Equal(
            "Path 'a' of 'r' has pool_size 2: it gives a pool of ProbeConnection. Use ConnectPoolAsync<ProbeConnection> or ConnectAsync without a type.", error.Message);
    }

    [Fact, Behaviour("CP-06")]
    public async Task A_pool_timeout_of_zero_in_the_testbed_waits_forever()
    {
        await using var lab = Testbed.Parse("devices: {r: {connections: {defaults: {class: probe}, a: {protocol: ssh, pool_size: 1, pool_timeout: 0}}}}");
        Assert.Equal(Timeout.InfiniteTimeSpan, ((ConnectionPool)await lab.Devices["r"].ConnectAsync(cancellationToken: Token)).PoolTimeout);
    }

    [Fact, Behaviour("CM-67", "CP-10")]
    public async Task What_a_call_leaves_on_its_worker_stays_there_and_workers_share_the_device()
    {
        await using var lab = ProbeLab.Load();
        var device = lab.Devices["r1"];
        var pool = await device.ConnectPoolAsync<ProbeConnection>(2, "pool", cancellationToken: Token);
        var first = await pool.RunAsync(
            static worker =>
            {
                worker.Answers = false;
                return Task.FromResult(worker.Alias);
            },
            Token);
        Assert.Equal("True", await pool.RunAsync(static worker => Task.FromResult($"{worker.Answers}"), Token)); // the other worker
        Assert.Equal($"{first} False", await pool.RunAsync(static worker => Task.FromResult($"{worker.Alias} {worker.Answers}"), Token));
        Assert.All(pool.Workers, worker => Assert.Same(device, worker.Device));
    }

    [Fact]
    public async Task Who_waits_for_a_pool_that_then_cannot_open_is_told()
    {
        await using var lab = ProbeLab.Load();
        var pool = lab.Devices["r1"].InstantiatePool<ProbeConnection>(1, "pool");
        var opening = new TaskCompletionSource();
        pool.Workers[0].OnOpen = (_, _) => opening.Task;
        var connecting = pool.ConnectAsync(Token);
        var waiting = pool.LeaseAsync(Token).AsTask();
        opening.SetException(new IOException("line busy"));
        await Assert.ThrowsAsync<ConnectionOpenException>(() => connecting);
        Assert.Equal(
            "'pool' of 'r1' via 'mgmt' is not connected: no worker can be taken. Connect it first.",
            (await Assert.ThrowsAsync<NotConnectedException>(() => waiting.WaitAsync(ProbeLab.Soon, Token))).Message);
    }

    [Fact, Behaviour("CM-79")]
    public async Task A_class_that_refuses_pools_says_so()
    {
        await using var lab = ProbeLab.Load();
        var error = await Assert.ThrowsAsync<PoolNotSupportedException>(() => lab.Devices["r1"].ConnectPoolAsync<ConsoleOnlyConnection>(2, "pool", "console", cancellationToken: Token));
        Assert.Equal("A pool 'pool' of 'r1' via 'console' cannot be made: ConsoleOnlyConnection does not support pooling.", error.Message);
    }

    [Fact]
    public async Task A_lease_that_was_given_back_cannot_be_used_and_gives_back_once()
    {
        await using var lab = ProbeLab.Load();
        var pool = await lab.Devices["r1"].ConnectPoolAsync<ProbeConnection>(1, "pool", cancellationToken: Token);
        var lease = pool.Lease(Token);
        lease.Dispose();
        lease.Dispose();
        Assert.Throws<ObjectDisposedException>(() => lease.Connection);
        await using var one = await pool.LeaseAsync(Token);
        var two = pool.LeaseAsync(Token).AsTask();
        Assert.False(two.IsCompleted);
        one.Dispose();
        (await two).Dispose();
    }

    [Fact]
    public async Task A_stream_holds_its_worker()
    {
        await using var lab = ProbeLab.Load();
        var pool = await lab.Devices["r1"].ConnectPoolAsync<ProbeConnection>(1, "pool", poolTimeout: TimeSpan.Zero, cancellationToken: Token);
        await foreach (var _ in pool.NumbersAsync(2, Token))
        {
            await Assert.ThrowsAsync<PoolTimeoutException>(() => pool.CountAsync(0, Token));
        }

        Assert.Equal("ok", await pool.CountAsync(0, Token));
    }
}

[ConnectionClass(SupportsPooling = false)]
public partial class ConsoleOnlyConnection(ConnectionContext context) : Connection(context)
{
    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
