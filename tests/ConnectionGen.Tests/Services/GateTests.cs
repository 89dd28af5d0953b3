using System.Collections.Concurrent;

namespace ConnectionGen.Tests.Services;

/// <summary>One call at a time, whoever makes it; a service's calls on its own connection run inside it.</summary>
public sealed class GateTests : IAsyncLifetime
{
    private readonly Testbed _lab = ProbeLab.Load();
    private ProbeConnection _probe = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _probe = await _lab.Devices["r1"].ConnectAsync<ProbeConnection>("p", cancellationToken: Token);

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Fact, Behaviour("CC-05")]
    public async Task A_service_may_call_its_own_connection_blocking_and_from_other_threads()
    {
        Assert.Equal("ok", await Soon(_probe.RunAsync(
            async c =>
            {
                await Task.Yield();
                return c.Count(1, Token);
            },
            Token)));
        Assert.Equal("ok", await Soon(_probe.RunAsync(c => Task.Run(() => c.CountAsync(1, Token)), Token)));
        Assert.Equal("ok", await Soon(_probe.RunAsync(c => Task.Run(() => c.Count(1, Token)), Token)));
        Assert.Equal("ok", await Soon(Task.Run(() => _probe.Run(c => c.RunAsync(d => d.CountAsync(0, Token), Token), Token), Token)));
    }

    [Fact]
    public async Task Calls_that_a_service_starts_together_run_one_after_the_other()
    {
        await Soon(_probe.RunAsync(
            async c =>
            {
                await Task.WhenAll(Enumerable.Range(0, 10).Select(n => c.CountAsync(n % 3, Token)));
                return "";
            },
            Token));
        Assert.Equal((1, 10), (_probe.MostAtOnce, _probe.Calls));
    }

    [Fact]
    public async Task Work_that_a_service_leaves_behind_waits_its_turn_afterwards()
    {
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await _probe.RunAsync(
            c =>
            {
                c.Background = Task.Run(
                    async () =>
                    {
                        await go.Task;
                        for (var n = 0; n < 20; n++)
                        {
                            await c.CountAsync(0, Token);
                        }
                    },
                    Token);
                return Task.FromResult("");
            },
            Token);
        go.SetResult();
        for (var n = 0; n < 20; n++)
        {
            await Soon(Task.WhenAll(_probe.CountAsync(1, Token), _probe.CountAsync(0, Token)));
        }

        await Soon(_probe.Background!);
        Assert.Equal((1, 60), (_probe.MostAtOnce, _probe.Calls));
    }

    [Fact]
    public async Task A_call_that_outlives_the_service_that_made_it_keeps_the_connection()
    {
        await _probe.RunAsync(
            c =>
            {
                c.Background = Task.WhenAll(c.CountAsync(50, Token), c.CountAsync(10, Token));
                return Task.FromResult("");
            },
            Token);
        var other = _probe.CountAsync(1, Token);
        Assert.False(_probe.Background!.IsCompleted);
        await Soon(other);
        await Soon(_probe.Background);
        Assert.Equal((1, 3), (_probe.MostAtOnce, _probe.Calls));
    }

    [Fact]
    public async Task Two_connections_may_call_each_other()
    {
        var other = await _lab.Devices["r1"].ConnectAsync<ProbeConnection>("q", cancellationToken: Token);
        Assert.Equal("ok", await Soon(_probe.RunAsync(
            _ => other.RunAsync(
                async _ =>
                {
                    await Task.Yield();
                    return await _probe.CountAsync(0, Token);
                },
                Token),
            Token)));
        Assert.Equal("ok", await Soon(_probe.CountAsync(0, Token)));
        Assert.Equal("ok", await Soon(other.CountAsync(0, Token)));
    }

    [Fact]
    public async Task Failure_and_cancellation_free_the_connection()
    {
        await Assert.ThrowsAsync<IOException>(() => _probe.RunAsync(static _ => throw new IOException(), Token));
        await Assert.ThrowsAsync<IOException>(() => _probe.RunAsync(
            static async _ =>
            {
                await Task.Yield();
                throw new IOException();
            },
            Token));
        using var stop = new CancellationTokenSource(20);
        var held = _probe.CountAsync(200, Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _probe.CountAsync(1, stop.Token));
        Assert.Equal("ok", await held);
        Assert.Equal("ok", await Soon(_probe.CountAsync(0, Token)));
        Assert.True(_probe.CountAsync(5, new CancellationToken(true)).IsCanceled);
    }

    [Fact]
    public async Task Opening_may_call_services_and_start_a_loop_of_them()
    {
        var probe = _lab.Devices["r1"].Instantiate<ProbeConnection>("later");
        using var stop = new CancellationTokenSource();
        probe.OnOpen = async (c, token) =>
        {
            await c.CountAsync(0, token);
            c.Background = Task.Run(
                async () =>
                {
                    while (!stop.IsCancellationRequested)
                    {
                        await c.CountAsync(0, Token);
                    }
                },
                Token);
        };
        await Soon(_lab.Devices["r1"].ConnectAsync<ProbeConnection>("later", cancellationToken: Token));
        for (var n = 0; n < 200; n++)
        {
            await Soon(probe.CountAsync(n % 2, Token));
        }

        await stop.CancelAsync();
        await Soon(probe.Background!);
        Assert.Equal(1, probe.MostAtOnce);
    }

    [Fact]
    public async Task A_flow_without_execution_context_is_served_too()
    {
        Task<string> call;
        using (ExecutionContext.SuppressFlow())
        {
            call = _probe.CountAsync(0, Token);
        }

        Assert.Equal("ok", await Soon(call));
        using (ExecutionContext.SuppressFlow())
        {
            call = _probe.RunAsync(c => c.CountAsync(0, Token), Token);
        }

        Assert.Equal("ok", await Soon(call));
    }

    [Fact]
    public async Task The_callers_ambient_values_are_as_they_were()
    {
        var local = new AsyncLocal<int> { Value = 7 };
        var running = _probe.RunAsync(
            async c =>
            {
                local.Value = 8;
                await Task.Delay(20, Token);
                Assert.Equal(8, local.Value);
                return await c.CountAsync(0, Token);
            },
            Token);
        Assert.Equal(7, local.Value);
        var next = _probe.CountAsync(0, Token);
        Assert.False(next.IsCompleted);
        await Soon(running);
        await Soon(next);
        Assert.Equal(1, _probe.MostAtOnce);
    }

    [Fact, Behaviour("CC-04", "SL-16")]
    public async Task Many_flows_that_nest_fail_and_cancel_leave_it_free()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(() => DriveAsync(new Random(worker)), Token))).WaitAsync(TimeSpan.FromMinutes(2), Token);
        Assert.Equal("ok", await Soon(_probe.CountAsync(0, Token)));
        Assert.Equal(1, _probe.MostAtOnce);
    }

    [Fact]
    public void A_blocking_call_works_under_a_single_threaded_context()
        => SingleThreadedContext.Run(() =>
        {
            for (var n = 0; n < 20; n++)
            {
                Assert.Equal("ok", _probe.Count(1, Token));
            }

            _ = Task.Run(() => _probe.CountAsync(5, Token), Token);
            Assert.Equal("ok", _probe.Count(1, Token));
        });

    [Fact]
    public void A_blocking_call_behind_a_call_begun_on_the_same_context_does_not_wait_for_itself()
        => SingleThreadedContext.Run(() =>
        {
            _ = _probe.CountAsync(10, Token); // its continuation would need this thread, had it kept the context
            Assert.Equal("ok", _probe.Count(1, Token));
        });

    [Fact]
    public async Task A_blocking_call_works_on_an_exclusive_scheduler()
    {
        var scheduler = new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler;
        Assert.Equal("ok", await Soon(Task.Factory.StartNew(() => _probe.Count(1, Token), Token, TaskCreationOptions.None, scheduler)));
    }

    [Fact, Behaviour("SL-16")]
    public async Task Many_blocking_callers_all_come_through()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => _probe.Count(1, Token), Token))).WaitAsync(TimeSpan.FromMinutes(2), Token);
        Assert.Equal((1, 40), (_probe.MostAtOnce, _probe.Calls));
    }

    [Fact, Behaviour("CC-20")]
    public async Task Synchronous_and_value_task_services_go_the_same_way()
    {
        var held = _probe.CountAsync(30, Token);
        Assert.Equal(5, _probe.Add(2, 3));
        Assert.True(held.IsCompleted);
        await _probe.PauseAsync(Token);
        Assert.Equal(7, _lab.Devices["r1"].Alias("p").Add(3, 4));
    }

    [Fact]
    public async Task A_stream_holds_the_connection_from_the_first_element_to_its_end()
    {
        var numbers = _probe.NumbersAsync(3, Token).GetAsyncEnumerator(Token);
        Assert.True(await numbers.MoveNextAsync());
        Task<string> other;
        using (ExecutionContext.SuppressFlow())
        {
            other = Task.Run(() => _probe.CountAsync(0, Token), Token); // another flow
        }

        await Task.Delay(20, Token);
        Assert.False(other.IsCompleted);
        await numbers.DisposeAsync();
        Assert.Equal("ok", await Soon(other));
        Assert.Equal(Enumerable.Range(0, 3), await _probe.NumbersAsync(3, Token).ToArrayAsync(Token));
    }

    [Fact]
    public async Task A_stream_is_logged_as_one_call()
    {
        var log = new ListLogger();
        await using var lab = ProbeLab.Load(new() { LoggerFactory = log });
        var probe = await lab.Devices["r1"].ConnectAsync<ProbeConnection>("s", cancellationToken: Token);
        Assert.Equal(2, await probe.NumbersAsync(2, Token).CountAsync(Token));
        Assert.Single(log.Lines, static line => line == "Debug: NumbersAsync begins on 's' of 'r1'");
        Assert.Single(log.Lines, static line => line.StartsWith("Debug: NumbersAsync ended on 's' of 'r1' after ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stream_that_could_not_begin_does_not_wait_for_itself()
    {
        await _probe.DisconnectAsync(Token);
        var numbers = _probe.NumbersAsync(3, Token).GetAsyncEnumerator(Token);
        await Assert.ThrowsAsync<NotConnectedException>(async () => await numbers.MoveNextAsync());
        Assert.False(await Soon(numbers.MoveNextAsync().AsTask()));
        await numbers.DisposeAsync();
        await Soon(_probe.ConnectAsync(Token));
    }

    [Fact]
    public async Task A_call_inside_ones_own_enumeration_is_refused_instead_of_waiting_for_itself()
    {
        await foreach (var _ in _probe.NumbersAsync(2, Token))
        {
            var error = await Assert.ThrowsAsync<InvalidOperationException>(() => _probe.CountAsync(0, Token));
            Assert.Contains("NumbersAsync", error.Message, StringComparison.Ordinal);
        }

        Assert.Equal("ok", await Soon(_probe.CountAsync(0, Token)));
    }

    private static Task<T> Soon<T>(Task<T> task) => task.WaitAsync(ProbeLab.Soon, Token);

    private static Task Soon(Task task) => task.WaitAsync(ProbeLab.Soon, Token);

    private async Task DriveAsync(Random random)
    {
        for (var n = 0; n < 4000; n++)
        {
            var delay = random.Next(4) == 0 ? -1 : 0;
            switch (random.Next(4))
            {
                case 0:
                    using (var stop = new CancellationTokenSource())
                    {
                        var call = _probe.CountAsync(delay, stop.Token);
                        await stop.CancelAsync();
                        await ((Task)call).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    }

                    break;
                case 1:
                    await _probe.RunAsync(
                        async c =>
                        {
                            var call = c.CountAsync(0, Token);
                            if (n % 7 != 0)
                            {
                                await Task.WhenAll(call, c.CountAsync(-1, Token));
                            }

                            return "";
                        },
                        Token);
                    break;
                default:
                    await _probe.CountAsync(delay, Token);
                    break;
            }
        }
    }

    /// <summary>A context as a user interface has it: one thread, and nobody pumps while it blocks.</summary>
    private sealed class SingleThreadedContext : SynchronizationContext
    {
        private readonly ConcurrentQueue<(SendOrPostCallback Callback, object? State)> _posted = new();

        public static void Run(Action action)
        {
            Exception? failure = null;
            var thread = new Thread(() =>
            {
                SetSynchronizationContext(new SingleThreadedContext());
                failure = Record.Exception(action);
            })
            { IsBackground = true };
            thread.Start();
            Assert.True(thread.Join(ProbeLab.Soon), "It waits for itself.");
            Assert.Null(failure);
        }

        public override void Post(SendOrPostCallback d, object? state) => _posted.Enqueue((d, state));
    }
}
