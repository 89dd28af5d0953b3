using System.Runtime.CompilerServices;

namespace ConnectionGen;

/// <summary>Calls that run at once: some flows that take one call after the other, until there is none left.</summary>
internal sealed class ParallelRun<T, TResult>(T[] items, Func<T, CancellationToken, Task<TResult>> call)
{
    private readonly int _atOnce;
    private readonly TimeSpan _limit;
    private readonly Task<TResult>?[] _calls = new Task<TResult>?[items.Length];
    private int _next = -1;

    public required int AtOnce
    {
        get => _atOnce;
        init => _atOnce = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least 1 call runs at once.");
    }

    /// <summary>The deadline of all calls together; null for none.</summary>
    public required TimeSpan? Limit
    {
        get => _limit;
        init => _limit = ConnectionLimits.Checked(value ?? Timeout.InfiniteTimeSpan, "limit");
    }

    public required TimeProvider Time { get; init; }

    /// <summary>How the exception begins; the calls that failed follow.</summary>
    public string Failed { get; init; } = $"Of {items.Length} parallel calls these failed";

    /// <summary>What a call is called. An item that is no target is not shown: a command may hold a secret.</summary>
    public Func<int, T, string> Named { get; init; } = static (number, item) => Target(item) is { } target ? $"{number} on {target}" : $"{number}";

    public async Task<IReadOnlyList<TResult>> RunAsync(CancellationToken cancellationToken)
    {
        await Blocking.LeaveContext();
        using var deadline = new CancellationTokenSource(_limit, Time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        await Task.WhenAll(Enumerable.Range(0, Math.Min(AtOnce, items.Length)).Select(_ => TakeCallsAsync(stop.Token))).ConfigureAwait(false);
        if (Array.TrueForAll(_calls, static one => one is { IsCompletedSuccessfully: true }))
        {
            return await Task.WhenAll(_calls!).ConfigureAwait(false);
        }

        if (!Array.Exists(_calls, static one => one is { IsFaulted: true }))
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        throw Failure(deadline.IsCancellationRequested, cancellationToken.IsCancellationRequested);
    }

    private async Task TakeCallsAsync(CancellationToken stop)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding); // a call that blocks holds up this flow only
        for (int n; !stop.IsCancellationRequested && (n = Interlocked.Increment(ref _next)) < items.Length;)
        {
            var one = _calls[n] = Begin(items[n], stop);
            await ((Task)one).WaitAsync(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _ = one.ContinueWith(static one => _ = one.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private async Task<TResult> Begin(T item, CancellationToken stop) => await call(item, stop).ConfigureAwait(false);

    private AggregateException Failure(bool isLate, bool isCancelled)
    {
        var names = new List<string>();
        var errors = new List<Exception>();
        for (var n = 0; n < items.Length; n++)
        {
            var one = _calls[n];
            if (one is { IsCompletedSuccessfully: true } || (isCancelled && one is not { IsFaulted: true }))
            {
                continue;
            }

            names.Add(Name(n));
            errors.AddRange(one is { IsFaulted: true } ? one.Exception.InnerExceptions : [Unfinished(n, one, isLate)]);
        }

        return new AggregateException($"{Failed}: {string.Join(", ", names)}.", errors);
    }

    private Exception Unfinished(int n, Task<TResult>? one, bool isLate) => isLate
        ? new TimeoutException($"Call {Name(n)} {(one is null ? "had not begun" : "had not ended")} within {_limit}.")
        : new TaskCanceledException(one);

    private string Name(int n) => Named(n + 1, items[n]);

    private static string? Target(object? item) => item switch
    {
        Device device => $"'{device.Name}'",
        Connection connection => connection.Name,
        ConnectionHandle handle => handle.ToString(),
        ITuple { Length: > 0 } pair => Target(pair[0]),
        _ => null,
    };
}
