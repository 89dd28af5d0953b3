namespace ConnectionGen;

/// <summary>
/// Several identical connections, the workers, behind one alias: each service call goes to the first free one, callers in the order in which
/// they came. What a call leaves behind on a worker, and on the device, stays there.
/// </summary>
public abstract class ConnectionPool : Connection
{
    private protected ConnectionPool(ConnectionContext context)
        : base(context)
    {
    }

    /// <summary>How many workers there are.</summary>
    public abstract int Size { get; }

    /// <summary>How long a call waits for a free worker.</summary>
    public TimeSpan PoolTimeout { get; private protected init; }

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
}
