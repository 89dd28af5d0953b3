using System.Collections.Concurrent;
using System.Diagnostics;
using CsCheck;
using ConnectionGen.Tests.Signals;

namespace ConnectionGen.Tests.Stress;

/// <summary>
/// Random lives of connections against a simple model: steps one after the other, whose every end is foretold; then flows of steps at the same time, with
/// connections that fail by chance, after which nothing may be lost, open twice, unobserved or waiting.
/// </summary>
[Collection(nameof(ProcessWide))]
public sealed class LifecycleTests
{
    private const int Sequences = 10_000;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private static readonly TestbedOptions s_options = new()
    {
        TimeProvider = new HurriedTime(),
        Limits = new() { Open = TimeSpan.FromHours(10), Close = TimeSpan.FromHours(10), Busy = TimeSpan.FromHours(10), Pool = TimeSpan.FromHours(10), Disconnect = TimeSpan.FromSeconds(2) },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Random_lives_of_connections_go_as_the_model_says()
    {
        var unobserved = new ConcurrentQueue<Exception>();
        using var open = new OpenCount();
        var steps = 0L;
        Collect(); // what tests before left behind is theirs
        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            var seed = Environment.GetEnvironmentVariable("CsCheck_Seed") ?? new PCG((uint)Random.Shared.Next(1, 1000)).ToString();
            var watch = Stopwatch.StartNew();
            await Sequence.Any.SampleAsync(
                async sequence =>
                {
                    await LiveAsync(sequence);
                    Interlocked.Add(ref steps, sequence.First.Length + sequence.Together.Sum(static flow => flow.Length));
                },
                seed: seed,
                iter: Sequences,
                print: static sequence => sequence.ToString());
            TestContext.Current.TestOutputHelper?.WriteLine($"{Sequences} sequences, {steps} steps, {watch.Elapsed.TotalSeconds:F1} s; the first sequence's seed (CsCheck_Seed): {seed}");
            Collect();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }

        Assert.Empty(unobserved);
        Assert.Equal((0, 0), (open.Connections, open.Workers));

        void Note(object? sender, UnobservedTaskExceptionEventArgs e) => unobserved.Enqueue(e.Exception);
    }

    private static async Task LiveAsync(Sequence sequence)
    {
        var lab = Testbed.Parse("devices: {r: {connections: {defaults: {class: stress}, a: {protocol: ssh}}}}", s_options);
        var device = lab.Devices["r"];
        var ledger = Ledger.Of(lab);
        var model = new Model();
        foreach (var step in sequence.First)
        {
            await TakeAsync(step, device, ledger, model);
        }

        ledger.PlanByChance(sequence.Seed);
        await SoonAsync(Task.WhenAll(sequence.Together.Select(flow => Task.Run(() => FlowAsync(flow, device), Token))), "a flow waits for something that never comes");
        ledger.Plan(Fault.None);
        await EventuallyAsync(() => IsWhole(device), () => $"not whole: {Describe(device)}");
        foreach (var alias in Step.Aliases)
        {
            await SoonAsync(device.ConnectAsync(alias, cancellationToken: Token), $"{alias} cannot be connected any more");
            Assert.Equal("ok", await device.Alias(alias).StressAsync(StressCall.Yield, Token).WaitAsync(s_patience, Token));
        }

        await SoonAsync(lab.DisposeAsync().AsTask(), "the testbed cannot be disposed of");
        await EventuallyAsync(
            () => ledger.Connections.All(static connection => connection is { Links: 0, IsConnected: false } && IsFree(connection)),
            () => $"left behind: {string.Join(", ", ledger.Connections.Where(static connection => connection.Links != 0 || connection.IsConnected))}");
        Assert.Empty(ledger.Complaints);
    }

    private static async Task TakeAsync(Step step, Device device, Ledger ledger, Model model)
    {
        var expected = model.Take(step);
        ledger.Plan(step.Fault);
        var error = await Record.ExceptionAsync(() => SoonAsync(step.RunAsync(device, new CancellationToken(step is { Verb: Verb.Call, Fault: Fault.Cancel })), $"{step} does not end"));
        ledger.Plan(Fault.None);
        Assert.True(expected is null ? error is null : expected.IsInstanceOfType(error), $"{step} ended with {error?.ToString() ?? "nothing"} instead of {expected?.Name ?? "nothing"}");
        await EventuallyAsync(() => IsWhole(device), () => $"not whole after {step}: {Describe(device)}");
        Assert.Equal(
            model.Seen,
            device.ConnectionManager.Connections.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => (pair.Key, pair.Value is ConnectionPool, pair.Value.IsConnected)));
        Assert.Equal(model.Links, ledger.Connections.Sum(static connection => connection.Links));
    }

    private static async Task FlowAsync(Step[] steps, Device device)
    {
        foreach (var step in steps)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
            if (step.Fault == Fault.Cancel)
            {
                stop.CancelAfter(TimeSpan.FromMilliseconds(1));
            }

            try
            {
                await step.RunAsync(device, stop.Token);
            }
            catch (Exception error) when (IsForeseen(error))
            {
                // others end the same connections at the same time
            }
        }
    }

    private static bool IsForeseen(Exception error) => error switch
    {
        PlannedException or ConnectionOpenException { InnerException: PlannedException } or OperationCanceledException or ObjectDisposedException => true,
        ConnectionNotFoundException or NotConnectedException or ConnectionClosedException or ConnectionClassMismatchException => true,
        AggregateException all => all.InnerExceptions.All(IsForeseen),
        _ => false,
    };

    /// <summary>Each open single connection has a link, and no closed one; each open pool has all its workers free and open, and nobody waits.</summary>
    private static bool IsWhole(Device device) => device.ConnectionManager.Connections.Values.All(connection => connection switch
    {
        StressConnection single => single.Links == (single.IsConnected ? 1 : 0),
        ConnectionPool<StressConnection> { IsClosed: true } pool => pool.Statistics.Waiting == 0 && pool.Workers.All(static worker => worker is { Links: 0, IsConnected: false }),
        ConnectionPool<StressConnection> pool => pool.Statistics is { Broken: 0, Waiting: 0 } statistics && statistics.Free == statistics.Size
            && pool.Workers.All(static worker => worker is { Links: 1, IsConnected: true }),
        _ => false,
    });

    private static string Describe(Device device) => string.Join("; ", device.ConnectionManager.Connections.Values.Select(static connection => connection switch
    {
        StressConnection single => $"{single}, links {single.Links}",
        ConnectionPool<StressConnection> pool => $"{pool}, {pool.Statistics}: {string.Join(", ", pool.Workers.Select(static worker => $"{worker}, links {worker.Links}"))}",
        _ => $"{connection}",
    }));

    private static bool IsFree(Connection connection)
    {
        if (!connection.Gate.TryEnter())
        {
            return false;
        }

        connection.Gate.Exit();
        return true;
    }

    private static async Task SoonAsync(Task task, string otherwise)
    {
        try
        {
            await task.WaitAsync(s_patience, Token);
        }
        catch (TimeoutException error) when (!task.IsCompleted)
        {
            throw new TimeoutException(otherwise, error);
        }
    }

    private static async Task EventuallyAsync(Func<bool> holds, Func<string> otherwise)
    {
        for (var start = Stopwatch.GetTimestamp(); !holds();)
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < s_patience, otherwise());
            await Task.Delay(1, Token);
        }
    }

    private static void Collect()
    {
        for (var n = 0; n < 3; n++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}
