using System.Collections.Concurrent;
using System.Globalization;

namespace ConnectionGen.RealDevices.Tests.Soak;

/// <summary>What came of the work.</summary>
internal sealed class SoakCounts
{
    private readonly ConcurrentDictionary<string, int> _kinds = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _reasons = new(StringComparer.Ordinal);
    private int _answered;
    private int _running;

    public int Answered => Volatile.Read(ref _answered);

    public int Running => Volatile.Read(ref _running);

    /// <summary>What should not have come.</summary>
    public ConcurrentQueue<string> Wrong { get; } = [];

    /// <summary>Does something: it is answered, or fails with a reason.</summary>
    /// <returns>The reason; null where it was answered.</returns>
    public async Task<Exception?> DoAsync(string what, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        _kinds.AddOrUpdate(what, 1, static (_, count) => count + 1);
        Interlocked.Increment(ref _running);
        try
        {
            await work(cancellationToken).WaitAsync(TimeSpan.FromMinutes(1), CancellationToken.None);
            Interlocked.Increment(ref _answered);
            return null;
        }
        catch (Exception e)
        {
            var isReason = e is IConnectionFailure or SoakCancelledException || e is OperationCanceledException && cancellationToken.IsCancellationRequested
                || e is AggregateException { InnerExceptions: var inner } && inner.All(static one => one is IConnectionFailure);
            _reasons.AddOrUpdate(e.GetType().Name, 1, static (_, count) => count + 1);
            if (!isReason)
                Wrong.Enqueue($"{what}: {e}");
            return e;
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
        {_kinds.Values.Sum()} pieces of work: {Answered} answered, {_reasons.Values.Sum()} failed with a reason, {Wrong.Count} wrong
        work: {Listed(_kinds)}
        reasons: {Listed(_reasons)}
        """);

    private static string Listed(ConcurrentDictionary<string, int> counts) =>
        string.Join(", ", counts.OrderByDescending(static one => one.Value).ThenBy(static one => one.Key, StringComparer.Ordinal).Select(static one => $"{one.Key} {one.Value}"));
}

/// <summary>A call that its caller has cancelled, as the work meant it to be.</summary>
internal sealed class SoakCancelledException() : Exception("cancelled by the work itself");
