using System.Collections.Concurrent;
using System.Diagnostics;
using ConnectionGen.Simulation;

namespace ConnectionGen.Cli.Tests.Faults;

/// <summary>
/// Every fault of the simulation in every phase, many times: each ends within its limit, with the right exception and a connection that is usable or
/// disconnected, leaves nothing behind and tells no secret. The counts stand in docs/faults.md.
/// </summary>
public sealed class FaultMatrixTests
{
    private const string Refresh = "CONNECTIONGEN_REFRESH_DOCS";
    private const int Seeds = 11;
    private const int Parallel = 48;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_goes_wrong_in_whichever_phase_ends_as_it_should()
    {
        using var traces = new Traces();
        var unobserved = new ConcurrentQueue<string>();
        EventHandler<UnobservedTaskExceptionEventArgs> note = (_, e) => unobserved.Enqueue(e.Exception.ToString());
        TaskScheduler.UnobservedTaskException += note;
        var problems = new ConcurrentBag<string>();
        var page = new FaultPage();
        var start = Stopwatch.GetTimestamp();
        try
        {
            var connections = await RunAllAsync(page, problems);
            await AllAreGoneAsync(connections);
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= note;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s\n{page}");
        Assert.True(problems.IsEmpty, $"{problems.Count} are not as they should be:\n" + string.Join('\n', problems.Order(StringComparer.Ordinal).Take(60)));
        Assert.DoesNotContain(unobserved, static text => text.Contains("ConnectionGen.Cli", StringComparison.Ordinal));
        Assert.DoesNotContain(traces.Texts, static text => Witness.HasSecret(text));
        Assert.NotEmpty(traces.Texts);
        Assert.True(page.Count >= 2_000, $"{page.Count} combinations");
        await page.CheckAsync(Environment.GetEnvironmentVariable(Refresh) == "1", Token);
    }

    [Fact]
    public void Each_fault_of_the_simulation_is_in_the_matrix()
    {
        var error = Assert.Throws<MockDataException>(static () => FaultPlan.Parse("such_as_it_is_not: 1"));
        var known = error.Message[(error.Message.IndexOf("there are ", StringComparison.Ordinal) + "there are ".Length)..].Split(", ");
        // it says where other faults happen
        Assert.Equal(known.Where(static key => key != "only_in").Order(StringComparer.Ordinal), FaultRow.All.Select(static row => row.Key).Distinct().Order(StringComparer.Ordinal));
    }

    private static async Task<IReadOnlyCollection<WeakReference>> RunAllAsync(FaultPage page, ConcurrentBag<string> problems)
    {
        var windows = new ConcurrentDictionary<Phase, (int, int)>();
        foreach (var phase in Enum.GetValues<Phase>())
            windows[phase] = await SentBytes.MeasureAsync(phase, Token);
        var connections = new ConcurrentBag<WeakReference>();
        var combinations =
            from row in FaultRow.All
            from phase in Enum.GetValues<Phase>()
            from seed in Enumerable.Range(0, Seeds)
            select new Combination(row, phase, seed);
        await System.Threading.Tasks.Parallel.ForEachAsync(combinations, new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = Token }, async (combination, token) =>
        {
            using var used = combination;
            try
            {
                var result = await combination.RunAsync(windows[combination.Phase], token);
                page.Add(combination, result);
                foreach (var connection in result.Connections)
                    connections.Add(connection);
            }
            catch (Exception e) when (e is not OperationCanceledException || !token.IsCancellationRequested)
            {
                problems.Add($"{combination}: {e.GetType().Name}: {e.Message} {e.InnerException?.Message}");
            }
        });
        return connections;
    }

    // A task, a timer or a socket that is left would hold its connection.
    private static async Task AllAreGoneAsync(IReadOnlyCollection<WeakReference> connections)
    {
        for (var i = 0; connections.Any(static connection => connection.IsAlive); i++)
        {
            Assert.True(i < 50, $"{connections.Count(static connection => connection.IsAlive)} of {connections.Count} connections are held by something");
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Delay(20, Token);
        }
    }

    private sealed class Traces : IDisposable
    {
        private readonly ConcurrentQueue<string> _texts = new();
        private readonly ActivityListener _listener;

        public Traces()
        {
            _listener = new ActivityListener
            {
                ShouldListenTo = static source => source.Name == ConnectionSignals.ActivitySourceName,
                Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = activity => _texts.Enqueue(Witness.TextOf(activity)),
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public IReadOnlyCollection<string> Texts => _texts;

        public void Dispose() => _listener.Dispose();
    }
}
