namespace ConnectionGen.Tests.Services;

/// <summary>A connection taken for a sequence of calls.</summary>
public sealed class LockTests : IAsyncLifetime
{
    private readonly Testbed _lab = ProbeLab.Load();
    private ProbeConnection _probe = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _probe = await _lab.Devices["r1"].ConnectAsync<ProbeConnection>("p", cancellationToken: Token);

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Fact, Behaviour("SL-01", "SL-02", "SL-03", "SL-05", "SL-09")]
    public async Task Others_wait_until_the_lock_is_disposed_of_while_its_owner_calls()
    {
        Task<string> other;
        await using (await _probe.LockAsync(cancellationToken: Token))
        {
            other = InAnotherFlow(() => _probe.CountAsync(0, Token));
            for (var n = 0; n < 5; n++)
            {
                Assert.Equal("ok", await Soon(_probe.CountAsync(0, Token)));
                Assert.Equal(3, _probe.Add(1, 2));
            }

            await Task.Delay(20, Token);
            Assert.False(other.IsCompleted);
        }

        Assert.Equal("ok", await Soon(other));
        Assert.Equal(1, _probe.MostAtOnce);
    }

    [Fact, Behaviour("SL-07", "SL-14")]
    public async Task Locks_nest_and_the_last_one_to_go_frees_the_connection()
    {
        Task<string> other;
        await using (await Soon(_probe.LockAsync(cancellationToken: Token)))
        {
            await using (await Soon(_probe.LockAsync(cancellationToken: Token)))
            {
                Assert.Equal("ok", await Soon(_probe.CountAsync(0, Token)));
            }

            other = InAnotherFlow(() => _probe.CountAsync(0, Token));
            Assert.Equal("ok", await Soon(_probe.CountAsync(0, Token)));
            await Task.Delay(10, Token);
            Assert.False(other.IsCompleted);
        }

        Assert.Equal("ok", await Soon(other));
    }

    [Fact, Behaviour("SL-08")]
    public async Task A_failure_inside_frees_the_connection()
    {
        await Assert.ThrowsAsync<IOException>(async () =>
        {
            await using (await _probe.LockAsync(cancellationToken: Token))
            {
                await _probe.RunAsync(static _ => throw new IOException(), Token);
            }
        });
        Assert.Equal("ok", await Soon(InAnotherFlow(() => _probe.CountAsync(0, Token))));
    }

    [Fact, Behaviour("SL-10", "SL-11", "SL-12")]
    public async Task Waiting_for_it_has_a_limit_down_to_none_and_calls_go_on_as_before()
    {
        var go = new TaskCompletionSource<string>();
        var running = InAnotherFlow(() => _probe.RunAsync(_ => go.Task, Token));
        await Eventually(() => _probe.LockedByAnother(Token));
        Assert.Equal(
            "'p' of 'r1' via 'mgmt' was in use by another call for 00:00:00.",
            (await Assert.ThrowsAsync<ConnectionBusyException>(() => _probe.LockAsync(TimeSpan.Zero, Token))).Message);
        await Assert.ThrowsAsync<ConnectionBusyException>(() => _probe.LockAsync(TimeSpan.FromMilliseconds(20), Token));
        using var stop = new CancellationTokenSource();
        var waiting = _probe.LockAsync(cancellationToken: stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        go.SetResult("done");
        Assert.Equal("done", await running);
        Assert.Equal("ok", await Soon(_probe.CountAsync(0, Token)));
        Assert.Throws<ArgumentOutOfRangeException>(() => { _ = _probe.LockAsync(TimeSpan.FromSeconds(-2), Token); });
    }

    [Fact, Behaviour("SL-04")]
    public async Task Opening_closing_and_asking_wait_like_services()
    {
        var outside = ExecutionContext.Capture()!;
        var taken = await _probe.LockAsync(cancellationToken: Token);
        Task[] others =
        [
            Queued(() => _probe.CountAsync(0, Token)),
            Queued(() => _probe.ProbeAsync(Token)),
            Queued(() => _probe.ConnectAsync(Token)),
        ];
        var closing = Queued(() => _probe.DisconnectAsync(Token));
        Assert.All(others.Append(closing), static other => Assert.False(other.IsCompleted));
        taken.Dispose();
        await Task.WhenAll(others.Append(closing)).WaitAsync(ProbeLab.Soon, Token);
        Assert.Equal((false, 1), (_probe.IsConnected, _probe.Closed));

        // in a flow without the lock; it stands in the queue when this returns
        Task Queued(Func<Task> call)
        {
            Task? queued = null;
            ExecutionContext.Run(outside, _ => queued = call(), null);
            return queued!;
        }
    }

    [Fact]
    public async Task Calls_begun_before_the_lock_is_there_wait_for_it()
    {
        var go = new TaskCompletionSource<string>();
        var running = InAnotherFlow(() => _probe.RunAsync(_ => go.Task, Token));
        await Eventually(() => _probe.LockedByAnother(Token));
        var taking = _probe.LockAsync(cancellationToken: Token);
        var inside = _probe.CountAsync(0, Token);
        await Task.Delay(10, Token);
        Assert.False(inside.IsCompleted);
        go.SetResult("");
        await Soon(running);
        using (await Soon(taking))
        {
            Assert.Equal("ok", await Soon(inside));
        }

        Assert.Equal("ok", await Soon(InAnotherFlow(() => _probe.CountAsync(0, Token))));
    }

    [Fact, Behaviour("SL-13")]
    public void The_blocking_twin_holds_it_for_this_flow_and_frees_it_once()
    {
        var taken = _probe.Lock(cancellationToken: Token);
        Assert.Equal("ok", _probe.Count(0, Token));
        taken.Dispose();
        taken.Dispose();
        Assert.Equal("ok", _probe.Count(0, Token));
    }

    private static Task<T> InAnotherFlow<T>(Func<Task<T>> call)
    {
        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(call);
        }
    }

    private static Task<T> Soon<T>(Task<T> task) => task.WaitAsync(ProbeLab.Soon, Token);

    private static async Task Eventually(Func<bool> holds)
    {
        for (var n = 0; n < 2000 && !holds(); n++)
        {
            await Task.Delay(5, Token);
        }

        Assert.True(holds());
    }
}

file static class Busy
{
    /// <summary>True while another flow runs a call on the connection.</summary>
    public static bool LockedByAnother(this ProbeConnection probe, CancellationToken cancellationToken)
    {
        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(
                async () =>
                {
                    try
                    {
                        await using (await probe.LockAsync(TimeSpan.Zero, cancellationToken))
                        {
                            return false;
                        }
                    }
                    catch (ConnectionBusyException)
                    {
                        return true;
                    }
                },
                cancellationToken).GetAwaiter().GetResult();
        }
    }
}
