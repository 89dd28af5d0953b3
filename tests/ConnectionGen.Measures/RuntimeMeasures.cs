using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.ObjectPool;

namespace ConnectionGen.Measures;

/// <summary>The measures of the runtime beside their limits: what a call through the device costs more than a direct one, and what a pool costs beside its peers.</summary>
internal static class RuntimeMeasures
{
    private const int Rounds = 31;
    private const int Workers = 8;
    private const int Callers = 64;
    private static readonly AsyncLocal<int>[] s_locals = [new(), new(), new()];
    private static readonly AsyncLocal<PlainConnection> s_mark = new();
    private static readonly PlainConnection s_plain = new();
    private static int s_gate;

    public static async Task<IReadOnlyList<Figure>> RunAsync()
    {
        await using var testbed = Testbed.Parse("devices: {r: {connections: {defaults: {class: BenchConnection}, a: {protocol: ssh, ip: 127.0.0.1}}}}");
        var device = testbed.Devices["r"];
        await device.ConnectAsync();
        var figures = new List<Figure>();
        foreach (var locals in new[] { 0, 3 })
        {
            await CallsAsync(device, locals, figures);
        }

        await PoolsAsync(device, figures);
        return figures;
    }

    private static async Task CallsAsync(Device device, int locals, List<Figure> figures)
    {
        foreach (var local in s_locals.Take(locals))
        {
            local.Value = 1; // in this method's flow: its return undoes it
        }

        var plain = new PlainConnection();
        var completing = await Interleaved.RunAsync(
            Rounds,
            200_000,
            calls => Loop(plain, calls, static plain => plain.ExecuteAsync("show clock")),
            calls => Loop(device, calls, static device => device.ExecuteAsync("show clock")),
            calls => Loop(s_mark, calls, static mark => Marked(mark)));
        Add(figures, $"a completing service through the device, {(locals == 0 ? "no" : locals)} other AsyncLocals", completing, 100, 200);
        figures.Add(new("beside it: an `AsyncLocal` set, the flow given back and three compare-and-swaps, without a library", completing.ExtraNanoseconds(0, 2), "ns"));
        var suspending = await Interleaved.RunAsync(
            Rounds,
            20_000,
            calls => LoopAsync(plain, calls, static plain => plain.SuspendAsync("show clock")),
            calls => LoopAsync(device, calls, static device => device.SuspendAsync("show clock")));
        Add(figures, $"a suspending service through the device, {(locals == 0 ? "no" : locals)} other AsyncLocals", suspending, 500, 400);
    }

    private static void Add(List<Figure> figures, string what, Interleaved found, double nanoseconds, double bytes)
    {
        figures.Add(new($"{what}, more than a direct call", found.ExtraNanoseconds(0, 1), "ns", nanoseconds));
        figures.Add(new("the same, bytes", found.Bytes(1) - found.Bytes(0), "B", bytes));
    }

    private static async Task PoolsAsync(Device device, List<Figure> figures)
    {
        var pool = await device.ConnectPoolAsync<BenchConnection>(Workers, "pool");
        var objects = new DefaultObjectPool<PlainConnection>(new DefaultPooledObjectPolicy<PlainConnection>(), Workers);
        var channel = Channel.CreateUnbounded<PlainConnection>();
        for (var n = 0; n < Workers; n++)
        {
            channel.Writer.TryWrite(new PlainConnection());
        }

        var alone = await Interleaved.RunAsync(
            Rounds,
            100_000,
            calls => LoopAsync(pool, calls, static async pool =>
            {
                using var lease = await pool.LeaseAsync();
            }),
            calls => LoopAsync(objects, calls, static objects =>
            {
                objects.Return(objects.Get());
                return Task.CompletedTask;
            }),
            calls => LoopAsync(channel, calls, static async channel => channel.Writer.TryWrite(await channel.Reader.ReadAsync())));
        figures.Add(new("lease and return of a pool's worker, uncontended", alone.Nanoseconds(0), "ns", 150));
        figures.Add(new("the same, bytes", alone.Bytes(0), "B", 100));
        figures.Add(new("beside it: `Microsoft.Extensions.ObjectPool`", alone.Nanoseconds(1), "ns"));
        figures.Add(new("beside it: a pool made of a `Channel<T>`", alone.Nanoseconds(2), "ns"));
        await ContendedAsync(pool, channel, figures);
    }

    /// <summary>The peer gives no lease and waits without a limit; the second one has at least the limit, as the pool has.</summary>
    private static async Task ContendedAsync(ConnectionPool<BenchConnection> pool, Channel<PlainConnection> channel, List<Figure> figures)
    {
        var found = await Interleaved.RunAsync(
            Rounds,
            200,
            calls => CallersAsync(Callers, calls, async () =>
            {
                using var lease = await pool.LeaseAsync();
                await Task.Yield();
            }),
            calls => CallersAsync(Callers, calls, async () =>
            {
                var worker = await channel.Reader.ReadAsync();
                await Task.Yield();
                channel.Writer.TryWrite(worker);
            }),
            calls => CallersAsync(Callers, calls, async () =>
            {
                using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
                var worker = await channel.Reader.ReadAsync(limit.Token);
                await Task.Yield();
                channel.Writer.TryWrite(worker);
            }));
        figures.Add(new($"{Callers} callers on {Workers} workers, throughput against a `Channel<T>` pool", found.Ratio(0, 1), "times", 1, IsLeast: true));
        figures.Add(new("beside it: against a `Channel<T>` pool with a limit on each wait", found.Ratio(0, 2), "times"));
    }

    /// <summary>The least that a mark in the flow and a gate around the call cost on this machine at this moment.</summary>
    private static Task<string> Marked(AsyncLocal<PlainConnection> mark)
    {
        var before = ExecutionContext.Capture()!;
        Interlocked.CompareExchange(ref s_gate, 1, 0);
        mark.Value = new PlainConnection();
        var task = s_plain.ExecuteAsync("show clock");
        ExecutionContext.Restore(before);
        Interlocked.CompareExchange(ref s_gate, 2, 1);
        Interlocked.CompareExchange(ref s_gate, 0, 2);
        return task;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task Loop<T>(T target, int calls, Func<T, Task> call)
    {
        for (var n = 0; n < calls; n++)
        {
            if (!call(target).IsCompletedSuccessfully)
            {
                throw new InvalidOperationException("The call was to complete at once.");
            }
        }

        return Task.CompletedTask;
    }

    private static async Task LoopAsync<T>(T target, int calls, Func<T, Task> call)
    {
        for (var n = 0; n < calls; n++)
        {
            await call(target);
        }
    }

    private static Task CallersAsync(int callers, int calls, Func<Task> call) => Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
    {
        for (var n = 0; n < calls; n++)
        {
            await call();
        }
    })));
}
