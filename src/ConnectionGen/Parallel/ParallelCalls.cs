namespace ConnectionGen;

/// <summary>
/// Many calls at once: one service on many devices, or many commands on one pool. Results come in the order of the calls. All calls are tried, though
/// one fails; what failed is in one exception.
/// </summary>
/// <remarks>
/// Each call's own limits hold as ever (see <see cref="ConnectionLimits"/>). A <c>limit</c> here is one deadline for all calls together: it fires the token
/// of those that run, begins no further one, and does not wait for a call that goes on all the same. To have the results of the calls that went well beside
/// failures, catch what a call throws inside it and answer that.
/// </remarks>
/// <example><code>
/// // one service on many devices
/// IReadOnlyList&lt;string> clocks = await ParallelCalls.RunAsync([lab.R1, lab.R2], (device, token) => device.ExecuteAsync("show clock", token));
///
/// // many commands on one pool, as many at once as it has workers
/// var outputs = await ParallelCalls.RunAsync(["show version", "show inventory"], (command, token) => pool.ExecuteAsync(command, token));
///
/// // to each device its command; the shorter list decides how many calls there are
/// await ParallelCalls.RunAsync(devices, commands, (device, command, token) => device.ConfigureAsync(command, token), atOnce: 10);
/// </code></example>
public static class ParallelCalls
{
    private const int UsualLimit = 100;

    /// <summary>Makes a call for each item.</summary>
    /// <typeparam name="T">What the calls differ in: a device, a connection, a command.</typeparam>
    /// <typeparam name="TResult">What a call gives.</typeparam>
    /// <param name="items">One call each, in this order.</param>
    /// <param name="call">The call; pass its token on.</param>
    /// <param name="atOnce">How many run at once, at least 1.</param>
    /// <param name="limit">The deadline of all calls together; none unless said otherwise.</param>
    /// <param name="time">The clock for the deadline.</param>
    /// <param name="cancellationToken">Stops the calls that run, and begins no further one.</param>
    /// <returns>The results, in the order of the items.</returns>
    /// <exception cref="AggregateException">
    /// Some calls failed: the message says which, by number and target, and what they threw is inside, in their order. A call that had not ended at the
    /// deadline is there as a <see cref="TimeoutException"/>.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token fired, and no call had failed.</exception>
    public static Task<IReadOnlyList<TResult>> RunAsync<T, TResult>(
        IEnumerable<T> items,
        Func<T, CancellationToken, Task<TResult>> call,
        int atOnce = UsualLimit,
        TimeSpan? limit = null,
        TimeProvider? time = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(call);
        return new ParallelRun<T, TResult>([.. items], call) { AtOnce = atOnce, Limit = limit, Time = time ?? TimeProvider.System }.RunAsync(cancellationToken);
    }

    /// <inheritdoc cref="RunAsync{T, TResult}(IEnumerable{T}, Func{T, CancellationToken, Task{TResult}}, int, TimeSpan?, TimeProvider?, CancellationToken)"/>
    /// <returns>A task that ends with the last call.</returns>
    public static Task RunAsync<T>(
        IEnumerable<T> items,
        Func<T, CancellationToken, Task> call,
        int atOnce = UsualLimit,
        TimeSpan? limit = null,
        TimeProvider? time = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        return RunAsync(items, (item, token) => WithoutResult(call(item, token)), atOnce, limit, time, cancellationToken);
    }

    /// <summary>Makes a call for each pair of items: the first with the first, the second with the second. The shorter list decides how many calls there are.</summary>
    /// <typeparam name="T1">What the calls differ in, such as the device.</typeparam>
    /// <typeparam name="T2">What else they differ in, such as the command.</typeparam>
    /// <typeparam name="TResult">What a call gives.</typeparam>
    /// <inheritdoc cref="RunAsync{T, TResult}(IEnumerable{T}, Func{T, CancellationToken, Task{TResult}}, int, TimeSpan?, TimeProvider?, CancellationToken)"/>
    /// <param name="first">The first item of each call.</param>
    /// <param name="second">The second item of each call.</param>
    public static Task<IReadOnlyList<TResult>> RunAsync<T1, T2, TResult>(
        IEnumerable<T1> first,
        IEnumerable<T2> second,
        Func<T1, T2, CancellationToken, Task<TResult>> call,
        int atOnce = UsualLimit,
        TimeSpan? limit = null,
        TimeProvider? time = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        return RunAsync(first.Zip(second), (pair, token) => call(pair.First, pair.Second, token), atOnce, limit, time, cancellationToken);
    }

    /// <inheritdoc cref="RunAsync{T1, T2, TResult}(IEnumerable{T1}, IEnumerable{T2}, Func{T1, T2, CancellationToken, Task{TResult}}, int, TimeSpan?, TimeProvider?, CancellationToken)"/>
    /// <returns>A task that ends with the last call.</returns>
    public static Task RunAsync<T1, T2>(
        IEnumerable<T1> first,
        IEnumerable<T2> second,
        Func<T1, T2, CancellationToken, Task> call,
        int atOnce = UsualLimit,
        TimeSpan? limit = null,
        TimeProvider? time = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        return RunAsync(first, second, (one, other, token) => WithoutResult(call(one, other, token)), atOnce, limit, time, cancellationToken);
    }

    /// <inheritdoc cref="RunAsync{T, TResult}(IEnumerable{T}, Func{T, CancellationToken, Task{TResult}}, int, TimeSpan?, TimeProvider?, CancellationToken)"/>
    public static IReadOnlyList<TResult> Run<T, TResult>(
        IEnumerable<T> items,
        Func<T, CancellationToken, Task<TResult>> call,
        int atOnce = UsualLimit,
        TimeSpan? limit = null,
        TimeProvider? time = null,
        CancellationToken cancellationToken = default)
        => Blocking.Run((items, call, atOnce, limit, time, cancellationToken), static s => RunAsync(s.items, s.call, s.atOnce, s.limit, s.time, s.cancellationToken));

    /// <inheritdoc cref="RunAsync{T}(IEnumerable{T}, Func{T, CancellationToken, Task}, int, TimeSpan?, TimeProvider?, CancellationToken)"/>
    public static void Run<T>(
        IEnumerable<T> items,
        Func<T, CancellationToken, Task> call,
        int atOnce = UsualLimit,
        TimeSpan? limit = null,
        TimeProvider? time = null,
        CancellationToken cancellationToken = default)
        => Blocking.Run((items, call, atOnce, limit, time, cancellationToken), static s => RunAsync(s.items, s.call, s.atOnce, s.limit, s.time, s.cancellationToken));

    /// <inheritdoc cref="RunAsync{T1, T2, TResult}(IEnumerable{T1}, IEnumerable{T2}, Func{T1, T2, CancellationToken, Task{TResult}}, int, TimeSpan?, TimeProvider?, CancellationToken)"/>
    public static IReadOnlyList<TResult> Run<T1, T2, TResult>(
        IEnumerable<T1> first,
        IEnumerable<T2> second,
        Func<T1, T2, CancellationToken, Task<TResult>> call,
        int atOnce = UsualLimit,
        TimeSpan? limit = null,
        TimeProvider? time = null,
        CancellationToken cancellationToken = default)
        => Blocking.Run((first, second, call, atOnce, limit, time, cancellationToken), static s => RunAsync(s.first, s.second, s.call, s.atOnce, s.limit, s.time, s.cancellationToken));

    /// <inheritdoc cref="RunAsync{T1, T2}(IEnumerable{T1}, IEnumerable{T2}, Func{T1, T2, CancellationToken, Task}, int, TimeSpan?, TimeProvider?, CancellationToken)"/>
    public static void Run<T1, T2>(
        IEnumerable<T1> first,
        IEnumerable<T2> second,
        Func<T1, T2, CancellationToken, Task> call,
        int atOnce = UsualLimit,
        TimeSpan? limit = null,
        TimeProvider? time = null,
        CancellationToken cancellationToken = default)
        => Blocking.Run((first, second, call, atOnce, limit, time, cancellationToken), static s => RunAsync(s.first, s.second, s.call, s.atOnce, s.limit, s.time, s.cancellationToken));

    internal static async Task<ValueTuple> WithoutResult(Task task)
    {
        await task.ConfigureAwait(false);
        return default;
    }
}
