using Microsoft.Extensions.Time.Testing;

namespace ConnectionGen.Tests.Parallel;

/// <summary>Many calls at once, results in the order of the calls.</summary>
public sealed class ParallelCallsTests : IAsyncLifetime
{
    private readonly Testbed _lab = ProbeLab.Load();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _lab.ConnectAsync(cancellationToken: Token);

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Fact, Behaviour("PC-01", "PC-02")]
    public async Task Results_come_in_call_order_though_the_first_call_ends_last()
    {
        var begun = new TaskCompletionSource();
        var results = await ParallelCalls.RunAsync(
            [1, 2, 3],
            async (n, token) =>
            {
                if (n == 3)
                {
                    begun.SetResult();
                }

                await (n == 1 ? begun.Task.WaitAsync(ProbeLab.Soon, token) : Task.CompletedTask);
                return n * 10;
            },
            cancellationToken: Token);
        Assert.Equal([10, 20, 30], results);
    }

    [Fact, Behaviour("PC-01", "PC-04", "PC-05")]
    public async Task One_service_on_many_devices_and_to_each_its_argument()
    {
        const string Common = "of";
        Device[] devices = [_lab.Devices["r1"], _lab.Devices["r2"]];
        Assert.Equal(["ok", "ok"], await ParallelCalls.RunAsync(devices, static (device, token) => device.CountAsync(0, token), cancellationToken: Token));
        Assert.Equal(
            ["a of r1", "b of r2"],
            await ParallelCalls.RunAsync(devices, ["a", "b"], static (device, text, token) => device.RunAsync(probe => Task.FromResult($"{text} {Common} {probe.Device}"), token), cancellationToken: Token));
        Func<int, int>[] targets = [static n => n + 1, static n => n * 2];
        Assert.Equal([6, 10], await ParallelCalls.RunAsync(targets, Enumerable.Repeat(5, 2), static (target, n, _) => Task.FromResult(target(n)), cancellationToken: Token));
    }

    [Fact, Behaviour("PC-03")]
    public async Task The_shortest_list_decides()
    {
        Assert.Equal([11, 22], await ParallelCalls.RunAsync([1, 2, 3], [10, 20], static (a, b, _) => Task.FromResult(a + b), cancellationToken: Token));
        Assert.Equal([11], await ParallelCalls.RunAsync([1], Enumerable.Repeat(10, int.MaxValue).Take(5), static (a, b, _) => Task.FromResult(a + b), cancellationToken: Token));
        Assert.Empty(await ParallelCalls.RunAsync(Array.Empty<int>(), static (n, _) => Task.FromResult(n), cancellationToken: Token));
    }

    [Fact, Behaviour("PC-01")]
    public async Task Many_commands_on_one_pool_use_all_its_workers()
    {
        var pool = await _lab.Devices["r1"].ConnectPoolAsync<ProbeConnection>(3, "pool", cancellationToken: Token);
        var results = await ParallelCalls.RunAsync(Enumerable.Range(0, 30), async (n, token) => $"{n} {await pool.CountAsync(1, token)}", cancellationToken: Token);
        Assert.Equal(Enumerable.Range(0, 30).Select(static n => $"{n} ok"), results);
        Assert.All(pool.Workers, static worker => Assert.NotEqual(0, worker.Calls));
        Assert.All(pool.Workers, static worker => Assert.Equal(1, worker.MostAtOnce));
    }

    [Fact]
    public async Task No_more_at_once_than_said_and_as_many_as_said()
    {
        var (inside, most) = (0, 0);
        var here = new Lock();
        var (four, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var running = ParallelCalls.RunAsync(
            Enumerable.Range(0, 20),
            async (_, token) =>
            {
                lock (here)
                {
                    most = Math.Max(most, ++inside);
                    if (inside == 4)
                    {
                        four.TrySetResult();
                    }
                }

                await go.Task.WaitAsync(ProbeLab.Soon, token);
                lock (here)
                {
                    inside--;
                }
            },
            atOnce: 4,
            cancellationToken: Token);
        await four.Task.WaitAsync(ProbeLab.Soon, Token);
        await Task.Delay(50, Token); // a fifth would come in now
        go.SetResult();
        await running;
        Assert.Equal(4, most);
        var error = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await ParallelCalls.RunAsync([1], static (n, _) => Task.FromResult(n), atOnce: 0, cancellationToken: Token));
        Assert.StartsWith("At least 1 call runs at once.", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await ParallelCalls.RunAsync([1], static (n, _) => Task.FromResult(n), limit: TimeSpan.FromSeconds(-2), cancellationToken: Token));
    }

    [Fact, Behaviour("PC-06")]
    public async Task All_are_tried_and_one_exception_names_each_call_that_failed()
    {
        var tried = 0;
        var error = await Assert.ThrowsAsync<AggregateException>(() => ParallelCalls.RunAsync<Device, int>(
            [_lab.Devices["r1"], _lab.Devices["r2"], _lab.Devices["r1"]],
            (device, _) => Interlocked.Increment(ref tried) > 0 && device.Name == "r1" ? throw new IOException("no cable") : Task.FromResult(1),
            atOnce: 1,
            cancellationToken: Token));
        Assert.StartsWith("Of 3 parallel calls these failed: 1 on 'r1', 3 on 'r1'.", error.Message, StringComparison.Ordinal);
        Assert.Equal(["no cable", "no cable"], error.InnerExceptions.Select(static inner => Assert.IsType<IOException>(inner).Message));
        Assert.Equal(3, tried);
    }

    [Fact, Behaviour("PC-06")]
    public async Task A_failure_shows_targets_but_no_arguments()
    {
        var connection = _lab.Devices["r1"].Alias().Connection;
        var error = await Assert.ThrowsAsync<AggregateException>(() => ParallelCalls.RunAsync(["password hunter2"], static (_, _) => Task.FromException<int>(new IOException("x")), cancellationToken: Token));
        Assert.StartsWith("Of 1 parallel calls these failed: 1. (x)", error.Message, StringComparison.Ordinal);
        error = await Assert.ThrowsAsync<AggregateException>(() => ParallelCalls.RunAsync(
            [connection, connection], ["password hunter2", "b"], static (_, _, _) => Task.FromException<int>(new IOException("x")), cancellationToken: Token));
        Assert.StartsWith("Of 2 parallel calls these failed: 1 on 'default' of 'r1' via 'mgmt', 2 on 'default' of 'r1' via 'mgmt'.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
        error = await Assert.ThrowsAsync<AggregateException>(() => ParallelCalls.RunAsync([_lab.Devices["r2"].Alias("x")], static (_, _) => Task.FromException(new IOException("x")), cancellationToken: Token));
        Assert.StartsWith("Of 1 parallel calls these failed: 1 on 'x' of 'r2'.", error.Message, StringComparison.Ordinal);
    }

    [Fact, Behaviour("PC-07")]
    public async Task One_deadline_ends_them_all_and_names_what_had_not_ended_or_begun()
    {
        var time = new FakeTimeProvider();
        using var begun = new CountdownEvent(2);
        var deaf = new TaskCompletionSource<int>();
        var heard = false;
        var running = ParallelCalls.RunAsync(
            [0, 1, 2, 3],
            async (n, token) =>
            {
                if (n == 0)
                {
                    return n;
                }

                begun.Signal();
                if (n == 1)
                {
                    return await deaf.Task; // does not listen to its token
                }

                await using (token.Register(() => heard = true))
                {
                    await Task.Delay(Timeout.Infinite, token);
                }

                return n;
            },
            atOnce: 2,
            limit: TimeSpan.FromSeconds(5),
            time: time,
            cancellationToken: Token);
        await Task.Run(() => begun.Wait(ProbeLab.Soon, Token), Token);
        time.Advance(TimeSpan.FromSeconds(5));
        var error = await Assert.ThrowsAsync<AggregateException>(() => running.WaitAsync(ProbeLab.Soon, Token));
        Assert.StartsWith("Of 4 parallel calls these failed: 2, 3, 4.", error.Message, StringComparison.Ordinal);
        Assert.Equal(
            ["Call 2 had not ended within 00:00:05.", "Call 3 had not ended within 00:00:05.", "Call 4 had not begun within 00:00:05."],
            error.InnerExceptions.Select(static inner => Assert.IsType<TimeoutException>(inner).Message));
        Assert.True(heard);
        deaf.SetException(new IOException("nobody listens any more"));
    }

    [Fact, Behaviour("PC-08")]
    public async Task The_task_is_pending_until_all_have_ended_and_its_token_stops_them()
    {
        var go = new TaskCompletionSource<int>();
        var running = ParallelCalls.RunAsync([1, 2], (n, _) => n == 1 ? Task.FromResult(1) : go.Task, cancellationToken: Token);
        Assert.False(running.IsCompleted);
        go.SetResult(2);
        Assert.Equal([1, 2], await running.WaitAsync(ProbeLab.Soon, Token));
        using var stop = new CancellationTokenSource();
        var endless = ParallelCalls.RunAsync([1, 2], static async (n, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return n;
        }, cancellationToken: stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => endless.WaitAsync(ProbeLab.Soon, Token));
    }

    [Fact]
    public async Task Cancelled_calls_beside_failed_ones_are_no_failures()
    {
        using var stop = new CancellationTokenSource();
        var failed = new TaskCompletionSource();
        var error = await Assert.ThrowsAsync<AggregateException>(() => ParallelCalls.RunAsync(
            [1, 2, 3],
            async (n, token) =>
            {
                if (n == 2)
                {
                    failed.SetResult();
                    throw new IOException("x");
                }

                await failed.Task;
                await stop.CancelAsync();
                await Task.Delay(Timeout.Infinite, token);
            },
            atOnce: 3,
            cancellationToken: stop.Token).WaitAsync(ProbeLab.Soon, Token));
        Assert.StartsWith("Of 3 parallel calls these failed: 2.", error.Message, StringComparison.Ordinal);
        Assert.Single(error.InnerExceptions);
    }

    [Fact, Behaviour("DI-25")]
    public async Task A_testbed_calls_all_devices_with_results_by_name_in_file_order()
    {
        var results = await _lab.CallAsync(static (device, token) => device.RunAsync(probe => Task.FromResult($"{probe.Device}!"), token), cancellationToken: Token);
        Assert.Equal([KeyValuePair.Create("r1", "r1!"), KeyValuePair.Create("r2", "r2!")], results);
        Assert.Equal(["r1", "r2"], (await _lab.CallAsync(static (device, token) => device.CountAsync(0, token), ["r2", "r1", "r2"], cancellationToken: Token)).Keys);
        Assert.Equal(["r2"], (await _lab.CallAsync(static (device, token) => device.CountAsync(0, token), ["r2"], cancellationToken: Token)).Keys);
        await Assert.ThrowsAsync<KeyNotFoundException>(() => _lab.CallAsync(static (device, token) => device.CountAsync(0, token), [string.Concat("r", "9")], cancellationToken: Token));
    }

    [Fact, Behaviour("DI-25", "DI-26")]
    public async Task A_testbed_tries_all_and_names_the_devices_that_failed()
    {
        var tried = 0;
        var error = await Assert.ThrowsAsync<AggregateException>(() => _lab.CallAsync(
            (device, token) =>
            {
                Interlocked.Increment(ref tried);
                return device.Name == "r1" ? Task.FromException(new IOException("no cable")) : device.CountAsync(0, token);
            },
            cancellationToken: Token));
        Assert.StartsWith("Of testbed 'probes' the calls on these failed: 'r1'.", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, tried);
    }

    [Fact]
    public async Task A_testbeds_deadline_goes_by_its_clock()
    {
        var time = new FakeTimeProvider();
        await using var lab = ProbeLab.Load(new() { TimeProvider = time });
        var running = lab.CallAsync(static (_, token) => Task.Delay(Timeout.Infinite, token), limit: TimeSpan.FromMinutes(1), cancellationToken: Token);
        time.Advance(TimeSpan.FromMinutes(1));
        var error = await Assert.ThrowsAsync<AggregateException>(() => running.WaitAsync(ProbeLab.Soon, Token));
        Assert.All(error.InnerExceptions, static inner => Assert.IsType<TimeoutException>(inner));
    }

    [Fact]
    public void The_blocking_twins_give_the_same()
    {
        Device[] devices = [.. _lab.Devices.Values];
        Assert.Equal(["ok", "ok"], ParallelCalls.Run(devices, static (device, token) => device.CountAsync(0, token), cancellationToken: Token));
        Assert.Equal([3], ParallelCalls.Run([1], [2], static (a, b, _) => Task.FromResult(a + b), cancellationToken: Token));
        var calls = 0;
        ParallelCalls.Run([1, 2], (_, _) => Task.FromResult(Interlocked.Increment(ref calls)) as Task, cancellationToken: Token);
        ParallelCalls.Run([1, 2], [1], (_, _, _) => Task.FromResult(Interlocked.Increment(ref calls)) as Task, cancellationToken: Token);
        _lab.Call((_, _) => Task.FromResult(Interlocked.Increment(ref calls)) as Task, cancellationToken: Token);
        Assert.Equal(5, calls);
        Assert.Equal("ok", _lab.Call(static (device, token) => device.CountAsync(0, token), cancellationToken: Token)["r2"]);
    }

    [Fact]
    public void A_call_that_blocks_its_thread_holds_up_no_other()
    {
        using var both = new Barrier(2);
        Assert.Equal([true, true], ParallelCalls.Run([1, 2], (_, token) => Task.FromResult(both.SignalAndWait(ProbeLab.Soon, token)), cancellationToken: Token));
    }
}
