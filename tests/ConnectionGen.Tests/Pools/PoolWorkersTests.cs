using Microsoft.Extensions.Time.Testing;

namespace ConnectionGen.Tests.Pools;

/// <summary>Workers that fail, rest, grow old, are added and removed.</summary>
public sealed class PoolWorkersTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private readonly ListLogger _log = new();
    private readonly Testbed _lab;
    private ConnectionPool<ProbeConnection> _pool = null!;

    public PoolWorkersTests() => _lab = ProbeLab.Load(new() { TimeProvider = _time, LoggerFactory = _log });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _pool = _lab.Devices["r1"].InstantiatePool<ProbeConnection>(2, "pool");
        return default;
    }

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Fact, Behaviour("CP-17")]
    public async Task A_worker_whose_call_fails_but_whose_link_holds_goes_on()
    {
        await _pool.ConnectAsync(Token);
        for (var n = 0; n < 4; n++)
        {
            await Assert.ThrowsAsync<IOException>(() => _pool.RunAsync(static _ => throw new IOException(), Token));
        }

        Assert.Equal(new PoolStatistics(2, 2, 0, 0, 4, 0, 0), _pool.Statistics);
    }

    [Fact]
    public async Task A_worker_whose_link_ends_is_reconnected_in_the_background_and_given_back()
    {
        await _pool.ConnectAsync(Token);
        var failures = 1;
        var broken = _pool.Workers[0];
        broken.OnOpen = (_, _) => Interlocked.Decrement(ref failures) >= 0 ? throw new IOException("still booting") : Task.CompletedTask;
        await using (var lease = await _pool.LeaseAsync(Token))
        {
            Assert.Same(broken, lease.Connection);
            broken.End();
        }

        Assert.Equal(1, _pool.Statistics.Broken);
        for (var n = 0; n < 4; n++)
        {
            await using var lease = await _pool.LeaseAsync(Token);
            Assert.Same(_pool.Workers[1], lease.Connection);
        }

        await Eventually(() => _log.Lines.Any(static line => line.Contains("could not be reconnected: IOException. The next try is in 00:00:01", StringComparison.Ordinal)));
        await Eventually(() =>
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            return _pool.Statistics is { Broken: 0, Free: 2, Reconnects: 1 };
        });
        Assert.True(broken.IsConnected);
        Assert.Contains("Warning: Worker 'pool[1]' of 'r1' is taken out of its pool: it is disconnected. Trying to reconnect it", _log.Lines);
        Assert.Contains("Information: Worker 'pool[1]' of 'r1' is back in its pool", _log.Lines);
    }

    [Fact]
    public async Task A_worker_whose_link_ends_while_it_is_free_is_connected_anew_when_it_is_lent()
    {
        await _pool.ConnectAsync(Token);
        _pool.Workers[0].End();
        await using var lease = await _pool.LeaseAsync(Token);
        Assert.Same(_pool.Workers[0], lease.Connection);
        Assert.True(lease.Connection.IsConnected);
        Assert.Equal(2, lease.Connection.Opened);
    }

    [Fact]
    public async Task Nothing_is_repaired_after_the_pool_was_closed()
    {
        await _pool.ConnectAsync(Token);
        var broken = _pool.Workers[0];
        broken.OnOpen = static (_, _) => throw new IOException();
        await using (await _pool.LeaseAsync(Token))
        {
            broken.End();
        }

        await Eventually(() => broken.Opened == 2);
        await _pool.DisconnectAsync(Token);
        _time.Advance(TimeSpan.FromMinutes(10));
        await Task.Delay(20, Token);
        Assert.Equal(2, broken.Opened);
    }

    [Fact]
    public async Task A_worker_made_ready_while_the_pool_closes_does_not_stay_open()
    {
        await _pool.ConnectAsync(Token);
        var opening = new TaskCompletionSource();
        var worker = _pool.Workers[0];
        worker.End();
        worker.OnOpen = (_, _) => opening.Task;
        var waiting = _pool.LeaseAsync(Token).AsTask();
        var closing = _pool.DisconnectAsync(Token);
        await Assert.ThrowsAsync<ConnectionClosedException>(() => waiting.WaitAsync(ProbeLab.Soon, Token));
        opening.SetResult();
        await closing.WaitAsync(ProbeLab.Soon, Token);
        await Eventually(() => worker.Closed == 1);
        Assert.False(worker.IsConnected);
    }

    [Fact]
    public async Task A_closing_that_is_given_up_still_closes_every_worker()
    {
        await _pool.ConnectAsync(Token);
        var go = new TaskCompletionSource<string>();
        var running = _pool.Workers[0].RunAsync(_ => go.Task, Token);
        using var stop = new CancellationTokenSource();
        var destroying = _lab.Devices["r1"].DestroyAsync("pool", stop.Token);
        await Eventually(() => !_pool.Workers[1].IsConnected);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => destroying);
        Assert.True(_pool.Workers[0].IsConnected);
        go.SetResult("");
        await running;
        await Eventually(() => !_pool.Workers[0].IsConnected);
        Assert.Equal(1, _pool.Workers[0].Closed);
    }

    [Fact]
    public async Task An_unused_worker_is_closed_and_opened_again_when_it_is_needed()
    {
        _pool.IdleLimit = TimeSpan.FromSeconds(30);
        await _pool.ConnectAsync(Token);
        for (var n = 0; n < 5; n++)
        {
            _time.Advance(TimeSpan.FromSeconds(15));
            await Task.Delay(5, Token);
        }

        await Eventually(() => _pool.Workers.All(static worker => worker is { IsConnected: false, Closed: 1 }) && _pool.Statistics.Free == 2);
        Assert.True(_pool.IsConnected);
        Assert.Equal("ok", await _pool.CountAsync(0, Token));
        Assert.Single(_pool.Workers, static worker => worker.IsConnected);
    }

    [Fact]
    public async Task A_session_that_grew_old_is_opened_anew_between_two_calls()
    {
        _pool.AgeLimit = TimeSpan.FromMinutes(10);
        await _pool.ConnectAsync(Token);
        await _pool.CountAsync(0, Token);
        Assert.All(_pool.Workers, static worker => Assert.Equal(1, worker.Opened));
        _time.Advance(TimeSpan.FromMinutes(11));
        await _pool.CountAsync(0, Token);
        await _pool.CountAsync(0, Token);
        await _pool.CountAsync(0, Token);
        Assert.All(_pool.Workers, static worker => Assert.Equal(2, worker.Opened));
    }

    [Fact]
    public async Task A_worker_that_does_not_answer_is_connected_anew_before_it_is_lent()
    {
        _pool.ProbeBeforeLending = true;
        await _pool.ConnectAsync(Token);
        _pool.Workers[0].Answers = false;
        await using var lease = await _pool.LeaseAsync(Token);
        Assert.Equal((2, 1), (lease.Connection.Opened, lease.Connection.Closed));
    }

    [Fact]
    public async Task A_pool_grows_and_shrinks_while_it_works()
    {
        await _pool.ConnectAsync(Token);
        var first = await _pool.LeaseAsync(Token);
        await _pool.ResizeAsync(4, Token);
        Assert.Equal(["pool[1]", "pool[2]", "pool[3]", "pool[4]"], _pool.Workers.Select(static worker => worker.Alias));
        Assert.All(_pool.Workers, static worker => Assert.True(worker.IsConnected));
        _pool.Resize(1, Token);
        Assert.Same(first.Connection, Assert.Single(_pool.Workers));
        var worker = first.Connection;
        await first.DisposeAsync();
        Assert.True(worker.IsConnected);
        Assert.Equal("ok", await _pool.CountAsync(0, Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _pool.ResizeAsync(0, Token));
    }

    [Fact]
    public async Task A_worker_in_use_that_is_too_many_is_closed_when_it_is_given_back()
    {
        await _pool.ConnectAsync(Token);
        var first = await _pool.LeaseAsync(Token);
        var second = await _pool.LeaseAsync(Token);
        await _pool.ResizeAsync(1, Token);
        var leaving = Assert.Single(new[] { first.Connection, second.Connection }.Except(_pool.Workers));
        Assert.True(leaving.IsConnected);
        await first.DisposeAsync();
        await second.DisposeAsync();
        await Eventually(() => !leaving.IsConnected);
        Assert.Equal(1, _pool.Statistics.Free);
    }

    [Fact]
    public async Task A_new_worker_that_cannot_open_leaves_the_pool_as_it_was()
    {
        await _pool.ConnectAsync(Token);
        ProbeConnection.OpeningOfNew.Value = static (worker, _) => worker.Alias == "pool[4]" ? throw new IOException("no luck") : Task.CompletedTask;
        await Assert.ThrowsAsync<ConnectionOpenException>(() => _pool.ResizeAsync(4, Token));
        Assert.Equal(2, _pool.Size);
        Assert.Equal("ok", await _pool.CountAsync(0, Token));
    }

    [Fact]
    public async Task A_pool_that_is_closed_while_it_grows_leaves_no_new_worker_open()
    {
        await _pool.ConnectAsync(Token);
        ProbeConnection? added = null;
        var opening = new TaskCompletionSource();
        ProbeConnection.OpeningOfNew.Value = (worker, _) =>
        {
            added = worker;
            return opening.Task;
        };
        var growing = _pool.ResizeAsync(3, Token);
        var closing = _pool.DisconnectAsync(Token);
        await Eventually(() =>
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            return closing.IsCompleted;
        });
        Assert.Equal(
            "'pool' of 'r1' via 'mgmt' was disconnected while workers were added to it.",
            (await Assert.ThrowsAsync<ConnectionClosedException>(() => growing.WaitAsync(ProbeLab.Soon, Token))).Message);
        opening.SetResult();
        await Eventually(() => added is { Closed: 1 });
        Assert.Equal((false, 2), (added!.IsConnected, _pool.Size));
        ProbeConnection.OpeningOfNew.Value = null;
        await _pool.ConnectAsync(Token);
        await _pool.ResizeAsync(3, Token);
        Assert.Equal((3, 3), (_pool.Statistics.Free, _pool.Workers.Count(static worker => worker.IsConnected)));
    }

    [Fact]
    public async Task A_lease_is_over_when_its_pool_was_closed_and_ends_no_link_of_a_free_worker()
    {
        await _pool.ConnectAsync(Token);
        var lease = await _pool.LeaseAsync(Token);
        var worker = lease.Connection;
        await _pool.DisconnectAsync(Token);
        await _pool.ConnectAsync(Token);
        Assert.Equal(
            "'pool' of 'r1' via 'mgmt' was disconnected while the worker was lent: the lease is over. Take another one.",
            Assert.Throws<ConnectionClosedException>(() => lease.Connection).Message);
        worker.End(); // by a call that began before
        await lease.DisposeAsync();
        await Eventually(() => _pool.Statistics is { Broken: 0, Free: 2, Reconnects: 1 });
        Assert.True(worker.IsConnected);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Limits_of_idleness_and_age_are_more_than_zero(int seconds)
    {
        Assert.StartsWith("The limit is more than zero, or null for none.", Assert.Throws<ArgumentOutOfRangeException>(() => _pool.IdleLimit = TimeSpan.FromSeconds(seconds)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => _pool.AgeLimit = TimeSpan.FromSeconds(seconds));
    }

    private static async Task Eventually(Func<bool> holds)
    {
        for (var n = 0; n < 2000 && !holds(); n++)
        {
            await Task.Delay(5, Token);
        }

        Assert.True(holds());
    }
}
