using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.ObjectPool;

namespace ConnectionGen.Benchmarks;

/// <summary>The measures of the runtime beside their limits: what a call through the device costs more than a direct one, and what a pool costs beside its peers.</summary>
internal static class RuntimeMeasures
{
    private const int Rounds = 61;
    private static readonly AsyncLocal<int>[] s_locals = [new(), new(), new()];

    public static async Task<IReadOnlyList<string>> RunAsync()
    {
        await using var testbed = Testbed.Parse("devices: {r: {connections: {defaults: {class: BenchConnection}, a: {protocol: ssh, ip: 127.0.0.1}}}}");
        var device = testbed.Devices["r"];
        await device.ConnectAsync();
        var rows = new List<string>();
        foreach (var locals in new[] { 0, 3 })
        {
            await CallsAsync(device, locals, rows);
        }

        await PoolsAsync(device, rows);
        return rows;
    }

    private static async Task CallsAsync(Device device, int locals, List<string> rows)
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
            calls => Loop(device, calls, static device => device.ExecuteAsync("show clock")));
        Add(rows, $"a completing service through the device, {locals} other AsyncLocals", completing, 100, 200);
        var suspending = await Interleaved.RunAsync(
            Rounds,
            20_000,
            calls => LoopAsync(plain, calls, static plain => plain.SuspendAsync("show clock")),
            calls => LoopAsync(device, calls, static device => device.SuspendAsync("show clock")));
        Add(rows, $"a suspending service through the device, {locals} other AsyncLocals", suspending, 500, 400);
    }

    private static void Add(List<string> rows, string what, Interleaved found, double nanoseconds, double bytes)
    {
        var time = found.ExtraNanoseconds(0, 1);
        var size = found.Bytes(1) - found.Bytes(0);
        rows.Add(Interleaved.Row($"{what}, more than a direct call", time, "ns", $"at most {nanoseconds} ns", time <= nanoseconds));
        rows.Add(Interleaved.Row($"{what}, more than a direct call", size, "B", $"at most {bytes} B", size <= bytes));
    }

    private static async Task PoolsAsync(Device device, List<string> rows)
    {
        const int workers = 8;
        var pool = await device.ConnectPoolAsync<BenchConnection>(workers, "pool");
        var objects = new DefaultObjectPool<PlainConnection>(new DefaultPooledObjectPolicy<PlainConnection>(), workers);
        var channel = Channel.CreateUnbounded<PlainConnection>();
        for (var n = 0; n < workers; n++)
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
        rows.Add(Interleaved.Row("lease and return of a worker, uncontended", alone.Nanoseconds(0), "ns", "at most 150 ns", alone.Nanoseconds(0) <= 150));
        rows.Add(Interleaved.Row("lease and return of a worker, uncontended", alone.Bytes(0), "B", "at most 100 B", alone.Bytes(0) <= 100));
        rows.Add(Interleaved.Row("beside it: Microsoft.Extensions.ObjectPool", alone.Nanoseconds(1), "ns", "", true));
        rows.Add(Interleaved.Row("beside it: a pool made of a Channel<T>", alone.Nanoseconds(2), "ns", "", true));

        var contended = await Interleaved.RunAsync(
            Rounds,
            200,
            calls => CallersAsync(64, calls, async () =>
            {
                using var lease = await pool.LeaseAsync();
                await Task.Yield();
            }),
            calls => CallersAsync(64, calls, async () =>
            {
                var worker = await channel.Reader.ReadAsync();
                await Task.Yield();
                channel.Writer.TryWrite(worker);
            }));
        var ratio = contended.Ratio(0, 1);
        rows.Add(Interleaved.Row("64 callers on 8 workers, throughput against a Channel<T> pool", ratio, "times", "at least 1", ratio >= 1));
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
