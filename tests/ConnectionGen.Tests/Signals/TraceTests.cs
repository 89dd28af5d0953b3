using System.Collections.Concurrent;
using System.Diagnostics;

namespace ConnectionGen.Tests.Signals;

/// <summary>What traces show.</summary>
[Collection(nameof(ProcessWide))]
public sealed class TraceTests : IAsyncLifetime
{
    private readonly Testbed _lab = ProbeLab.Load();
    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ActivityListener _listener;

    public TraceTests() => _listener = new ActivityListener
    {
        ShouldListenTo = static source => source.Name == ConnectionSignals.ActivitySourceName,
        Sample = static (ref _) => ActivitySamplingResult.AllData,
        ActivityStopped = _ended.Enqueue,
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => default;

    public async ValueTask DisposeAsync()
    {
        await _lab.DisposeAsync();
        _listener.Dispose();
    }

    [Fact]
    public async Task Each_opening_and_call_is_an_activity_with_the_connection_and_no_arguments()
    {
        ActivitySource.AddActivityListener(_listener);
        var probe = await _lab.Devices["r1"].ConnectAsync<ProbeConnection>("a", "console", Token);
        await probe.CountAsync(1, Token);
        Assert.Equal(3, probe.Add(1, 2));
        Assert.Equal(["Connect", "CountAsync", "Add"], _ended.Select(static activity => activity.OperationName));
        Assert.All(_ended, static activity =>
        {
            Assert.Equal(
                [("connectiongen.alias", "a"), ("connectiongen.class", "ProbeConnection"), ("connectiongen.device", "r1"), ("connectiongen.via", "console")],
                activity.TagObjects.OrderBy(static tag => tag.Key, StringComparer.Ordinal).Select(static tag => (tag.Key, (string?)tag.Value)));
            Assert.Equal((ActivityKind.Client, ActivityStatusCode.Unset), (activity.Kind, activity.Status));
        });
    }

    [Fact]
    public async Task A_failure_is_the_status_by_its_type_and_never_by_its_text()
    {
        ActivitySource.AddActivityListener(_listener);
        var probe = _lab.Devices["r1"].Instantiate<ProbeConnection>("a");
        probe.OnOpen = static (_, _) => throw new IOException("hunter2");
        await Assert.ThrowsAsync<ConnectionOpenException>(() => probe.ConnectAsync(Token));
        probe.OnOpen = static (_, _) => Task.CompletedTask;
        await probe.ConnectAsync(Token);
        await Assert.ThrowsAsync<TimeoutException>(() => probe.RunAsync(static _ => throw new TimeoutException("hunter2"), Token));
        Assert.Equal(
            [("Connect", ActivityStatusCode.Error, "System.IO.IOException"), ("Connect", ActivityStatusCode.Unset, null), ("RunAsync", ActivityStatusCode.Error, "System.TimeoutException")],
            _ended.Select(static activity => (activity.OperationName, activity.Status, activity.StatusDescription)));
        Assert.Equal("System.IO.IOException", _ended.First().GetTagItem("error.type"));
        Assert.DoesNotContain(_ended.SelectMany(static activity => activity.TagObjects), static tag => $"{tag.Value}".Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_call_is_part_of_what_its_caller_traces_and_the_calls_inside_it_are_its_parts()
    {
        ActivitySource.AddActivityListener(_listener);
        var probe = await _lab.Devices["r1"].ConnectAsync<ProbeConnection>("a", cancellationToken: Token);
        using var mine = new Activity("mine").Start();
        await probe.RunAsync(static self => self.CountAsync(0, Token), Token);
        Activity[] ended = [.. _ended];
        Assert.Equal(["Connect", "CountAsync", "RunAsync"], ended.Select(static activity => activity.OperationName));
        Assert.Equal((ended[2].SpanId, mine.SpanId), (ended[1].ParentSpanId, ended[2].ParentSpanId));
        Assert.Same(mine, Activity.Current);
    }

    [Fact]
    public async Task Nobody_listens_and_there_are_no_activities()
    {
        var probe = await _lab.Devices["r1"].ConnectAsync<ProbeConnection>("a", cancellationToken: Token);
        Activity? inside = null;
        await probe.RunAsync(
            _ =>
            {
                inside = Activity.Current;
                return Task.FromResult("");
            },
            Token);
        Assert.Null(inside);
        Assert.Empty(_ended);
    }
}
