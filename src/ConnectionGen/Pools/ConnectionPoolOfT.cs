using System.Runtime.CompilerServices;

namespace ConnectionGen;

/// <summary>A pool whose workers are of a known class.</summary>
/// <typeparam name="T">The workers' connection class.</typeparam>
public sealed partial class ConnectionPool<T> : ConnectionPool
    where T : Connection
{
    private readonly Func<ConnectionContext, T> _create;
    private readonly FreeWorkers<PoolWorker<T>> _free;
    private PoolWorker<T>[] _workers;
    private int _made;

    internal ConnectionPool(ConnectionContext context, PoolSettings settings, Func<ConnectionContext, T> create)
        : base(context)
    {
        _create = create;
        _free = new(context.TimeProvider, NotConnected);
        PoolTimeout = settings.Timeout;
        _workers = Make(settings.Size);
    }

    /// <summary>The workers; their aliases are <c>pool[1]</c>, <c>pool[2]</c>, …</summary>
    public IReadOnlyList<T> Workers => [.. _workers.Select(static worker => worker.Connection)];

    /// <inheritdoc/>
    public override int Size => _workers.Length;

    /// <summary>True while the pool is open and at least one worker is.</summary>
    public override bool IsConnected => base.IsConnected && Array.Exists(_workers, static worker => worker.Connection.IsConnected || worker.IsResting);

    /// <summary>Takes a free worker for several calls that belong together. Dispose of the lease to give it back.</summary>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <exception cref="PoolTimeoutException">No worker was free within <see cref="ConnectionPool.PoolTimeout"/>.</exception>
    /// <exception cref="NotConnectedException">The pool is not connected.</exception>
    /// <exception cref="ConnectionClosedException">The pool was disconnected while the call waited.</exception>
    /// <example><code>
    /// await using var lease = await pool.LeaseAsync();
    /// await lease.Connection.ExecuteAsync("show clock");
    /// </code></example>
    public ValueTask<ConnectionLease<T>> LeaseAsync(CancellationToken cancellationToken = default)
    {
        if (IsClosed)
        {
            return ValueTask.FromException<ConnectionLease<T>>(NotConnected());
        }

        return _free.TryTake(out var taken)
            ? IsReady(taken.Worker) ? new(Lend(taken)) : new(PrepareAsync(taken, Time.GetTimestamp(), cancellationToken))
            : WaitAsync(Time.GetTimestamp(), cancellationToken);
    }

    /// <inheritdoc cref="LeaseAsync"/>
    public ConnectionLease<T> Lease(CancellationToken cancellationToken = default) => Blocking.Run((this, cancellationToken), static s => s.Item1.LeaseAsync(s.cancellationToken).AsTask());

    /// <inheritdoc/>
    public override async Task<TResult> RunAsync<TState, TResult>(TState state, Func<Connection, TState, CancellationToken, Task<TResult>> call, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        var lease = await LeaseAsync(cancellationToken).ConfigureAwait(false);
        ScopeHold? hold = null;
        try
        {
            var result = await call(lease.Connection, state, cancellationToken).ConfigureAwait(false);
            hold = (result as IConnectionScope)?.Hold;
            return result;
        }
        finally
        {
            if (hold is null)
            {
                lease.Dispose();
            }
            else
            {
                hold.Keep(lease);
            }
        }
    }

    /// <inheritdoc/>
    public override async Task RunAsync<TState>(TState state, Func<Connection, TState, CancellationToken, Task> call, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        using var lease = await LeaseAsync(cancellationToken).ConfigureAwait(false);
        await call(lease.Connection, state, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override TResult Run<TState, TResult>(TState state, Func<Connection, TState, TResult> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        using var lease = Lease();
        return call(lease.Connection, state);
    }

    /// <inheritdoc/>
    public override IAsyncEnumerable<TElement> RunStream<TState, TElement>(
        TState state, Func<Connection, TState, CancellationToken, IAsyncEnumerable<TElement>> call, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        return StreamAsync(state, call, cancellationToken);
    }

    private async IAsyncEnumerable<TElement> StreamAsync<TState, TElement>(
        TState state, Func<Connection, TState, CancellationToken, IAsyncEnumerable<TElement>> call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lease = await LeaseAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var element in call(lease.Connection, state, cancellationToken).ConfigureAwait(false))
        {
            yield return element;
        }
    }
}
