namespace ConnectionGen;

/// <summary>
/// Several identical connections, the workers, behind one alias: each service call goes to the first free one, callers in the order in which
/// they came. What a call leaves behind on a worker, and on the device, stays there.
/// </summary>
public abstract class ConnectionPool : Connection
{
    private readonly Lock _counting = new();
    private TimeSpan? _idleLimit;
    private TimeSpan? _ageLimit;
    private int _opened;
    private int _counted;

    private protected ConnectionPool(ConnectionContext context)
        : base(context)
    {
        // a pool is open when its last worker is, and closed when the last call on a worker has ended
        Limits = Limits with { Open = Sum(Limits.Open, Limits.Disconnect, Limits.Close), Close = Sum(Limits.Disconnect, Limits.Close) };
    }

    /// <summary>How many workers there are.</summary>
    public abstract int Size { get; }

    /// <summary>How long a call waits for a free worker.</summary>
    public TimeSpan PoolTimeout { get; private protected init; }

    /// <summary>
    /// After how long an unused worker is closed, to spare a device's few lines; it is connected again when it is needed. Null, as at first: never.
    /// Set it before the pool connects.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero or negative.</exception>
    public TimeSpan? IdleLimit { get => _idleLimit; set => _idleLimit = Positive(value); }

    /// <summary>How old a worker's session may grow before it is connected anew, between two calls. Null, as at first: any age.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero or negative.</exception>
    public TimeSpan? AgeLimit { get => _ageLimit; set => _ageLimit = Positive(value); }

    /// <summary>True to ask the peer whether it lives (<see cref="Connection.ProbeAsync"/>) before a worker is lent; one that does not is connected anew. False at first.</summary>
    public bool ProbeBeforeLending { get; set; }

    /// <summary>What the pool does now and has done.</summary>
    public abstract PoolStatistics Statistics { get; }

    /// <summary>Makes the pool larger or smaller. New workers are opened where the pool is, all or none; a worker that is too many is closed when it is free.</summary>
    /// <param name="size">How many workers, at least 1.</param>
    /// <param name="cancellationToken">Stops the opening of new workers.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size below 1.</exception>
    public abstract Task ResizeAsync(int size, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="ResizeAsync"/>
    public void Resize(int size, CancellationToken cancellationToken = default)
        => Blocking.Run((this, size, cancellationToken), static s => s.Item1.ResizeAsync(s.size, s.cancellationToken));

    /// <summary>Runs a call on the first free worker.</summary>
    /// <param name="state">What the call needs.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Stops the waiting and the call.</param>
    /// <exception cref="PoolTimeoutException">No worker was free within <see cref="PoolTimeout"/>.</exception>
    public abstract Task<TResult> RunAsync<TState, TResult>(TState state, Func<Connection, TState, CancellationToken, Task<TResult>> call, CancellationToken cancellationToken = default);

    /// <summary>Runs a call on the first free worker.</summary>
    /// <param name="state">What the call needs.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Stops the waiting and the call.</param>
    /// <exception cref="PoolTimeoutException">No worker was free within <see cref="PoolTimeout"/>.</exception>
    public abstract Task RunAsync<TState>(TState state, Func<Connection, TState, CancellationToken, Task> call, CancellationToken cancellationToken = default);

    /// <summary>Runs a synchronous call on the first free worker; waits for one on the caller's thread.</summary>
    /// <param name="state">What the call needs.</param>
    /// <param name="call">The call.</param>
    /// <exception cref="PoolTimeoutException">No worker was free within <see cref="PoolTimeout"/>.</exception>
    public abstract TResult Run<TState, TResult>(TState state, Func<Connection, TState, TResult> call);

    /// <summary>Runs a synchronous call on the first free worker; waits for one on the caller's thread.</summary>
    /// <param name="state">What the call needs.</param>
    /// <param name="call">The call.</param>
    /// <exception cref="PoolTimeoutException">No worker was free within <see cref="PoolTimeout"/>.</exception>
    public void Run<TState>(TState state, Action<Connection, TState> call) => Run((state, call), static (worker, s) =>
    {
        s.call(worker, s.state);
        return true;
    });

    /// <summary>Runs a streaming call on the first free worker, which is held until the stream is disposed of.</summary>
    /// <param name="state">What the call needs.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Stops the waiting and the call.</param>
    public abstract IAsyncEnumerable<T> RunStream<TState, T>(TState state, Func<Connection, TState, CancellationToken, IAsyncEnumerable<T>> call, CancellationToken cancellationToken = default);

    private protected sealed override void CountOpen(int change) => CountWorkers(change);

    /// <summary>
    /// Tells how many workers the pool has more or less than was told before: counted anew after each change, so that one that meets the pool's end or
    /// its next begin is told once.
    /// </summary>
    /// <param name="opened">1 where the pool was opened, -1 where it was closed, which may be told before that it was opened.</param>
    private protected void CountWorkers(int opened = 0)
    {
        lock (_counting)
        {
            _opened += opened;
            var workers = _opened * Size;
            Signals.CountWorkers(this, workers - _counted);
            _counted = workers;
        }
    }

    private static TimeSpan Sum(params ReadOnlySpan<TimeSpan> limits)
    {
        var sum = TimeSpan.Zero;
        foreach (var limit in limits)
        {
            if (limit == Timeout.InfiniteTimeSpan)
            {
                return limit;
            }

            sum += limit;
        }

        return sum;
    }

    private static TimeSpan? Positive(TimeSpan? value) => value is { } limit && limit <= TimeSpan.Zero
        ? throw new ArgumentOutOfRangeException(nameof(value), value, "The limit is more than zero, or null for none.")
        : value;
}
