namespace ConnectionGen.Reports;

/// <summary>
/// Records the calls of a run, and makes one static HTML page of them: the topology, the tests with their calls and answers, the connections. Give it to
/// <see cref="TestbedOptions.Wrappers"/>. Secrets of the testbed are hidden. The fixture of <c>ConnectionGen.Xunit</c> does all this by itself.
/// </summary>
/// <example><code>
/// var report = new RunReport();
/// await using var lab = Testbed.Load("lab.yaml", new TestbedOptions { Wrappers = [ServiceWrapping.Of&lt;Connection&gt;(report)] });
/// await lab.ConnectAsync();
/// await lab.CallAsync((device, token) => device.ExecuteAsync("show version", cancellationToken: token));
/// File.WriteAllText("report.html", report.ToHtml(lab));
/// </code></example>
public sealed class RunReport : AnyServiceWrapper
{
    // a page of many megabytes is no help in a browser
    private const int LongestAnswer = 100_000;

    private readonly Lock _one = new();
    private readonly List<RecordedCall> _calls = [];
    private readonly List<RecordedTest> _tests = [];
    private readonly Func<string?> _currentTest;
    private readonly TimeProvider _clock;
    private readonly DateTimeOffset _started;

    /// <summary>Begins a report.</summary>
    /// <param name="currentTest">Names the test in whose flow it is asked; null for a run without tests.</param>
    /// <param name="clock">The clock; the system's unless said otherwise.</param>
    public RunReport(Func<string?>? currentTest = null, TimeProvider? clock = null)
    {
        _currentTest = currentTest ?? (static () => null);
        _clock = clock ?? TimeProvider.System;
        _started = _clock.GetLocalNow();
    }

    /// <summary>Adds how a test ended.</summary>
    /// <param name="name">The test, as it was named to its calls.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="duration">How long it took.</param>
    /// <param name="failure">Why it failed; null where it did not.</param>
    public void AddTest(string name, TestOutcome outcome, TimeSpan duration, string? failure = null)
    {
        lock (_one)
            _tests.Add(new RecordedTest(name, outcome, duration, failure));
    }

    /// <summary>The page, with everything in it: it asks for no other file, and runs no script.</summary>
    /// <param name="testbed">The testbed, for the picture.</param>
    /// <exception cref="TestbedValueException">The markup of a device's type or of an interface's address gives nothing.</exception>
    public string ToHtml(Testbed testbed)
    {
        ArgumentNullException.ThrowIfNull(testbed);
        // what a test compared may be an answer with a secret in it
        var mask = SecretMask.Of(testbed);
        lock (_one)
        {
            var tests = _tests.Select(test => test with { Failure = test.Failure is { } failure ? mask.Hide(failure) : null });
            return new ReportPage(TopologyPicture.Of(testbed), [.. tests], [.. _calls], _started, _clock.GetLocalNow() - _started).ToString();
        }
    }

    /// <inheritdoc/>
    protected override async Task<TResult> CallAsync<TResult>(ServiceCall call, Func<CancellationToken, Task<TResult>> service, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(service);
        var (started, start) = (_clock.GetLocalNow(), _clock.GetTimestamp());
        try
        {
            var result = await service(cancellationToken).ConfigureAwait(false);
            Add(call, started, start, CallText.Of(result), failure: null);
            return result;
        }
        catch (Exception error)
        {
            Add(call, started, start, answer: null, error.Message);
            throw;
        }
    }

    // after secrets are hidden: half of one would be none to hide
    private static string Cut(string answer) =>
        answer.Length <= LongestAnswer ? answer : $"{answer.AsSpan(0, LongestAnswer)}\n… {answer.Length - LongestAnswer} more characters …";

    private void Add(ServiceCall call, DateTimeOffset started, long start, string? answer, string? failure)
    {
        var duration = _clock.GetElapsedTime(start);
        var mask = SecretMask.Of(call.Connection);
        var recorded = new RecordedCall(
            _currentTest(),
            call.Device.Name,
            call.Connection.Alias,
            call.Connection.Via,
            call.Connection.ConnectionClass.Name,
            mask.Hide(CallText.Of(call)),
            started,
            duration,
            answer is null ? null : Cut(mask.Hide(answer)),
            failure is null ? null : mask.Hide(failure));
        lock (_one)
            _calls.Add(recorded);
    }
}
