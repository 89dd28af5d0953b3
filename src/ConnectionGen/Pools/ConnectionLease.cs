namespace ConnectionGen;

/// <summary>A worker of a pool, taken for several calls. Dispose of it to give the worker back.</summary>
/// <typeparam name="T">The worker's connection class.</typeparam>
public sealed class ConnectionLease<T> : IAsyncDisposable, IDisposable
    where T : Connection
{
    private readonly Taken<PoolWorker<T>> _taken;
    private ConnectionPool<T>? _pool;

    internal ConnectionLease(ConnectionPool<T> pool, Taken<PoolWorker<T>> taken)
    {
        _pool = pool;
        _taken = taken;
    }

    /// <summary>The worker.</summary>
    /// <exception cref="ObjectDisposedException">It was given back.</exception>
    /// <exception cref="ConnectionClosedException">The pool was disconnected since: the worker may be somebody else's by now.</exception>
    public T Connection
    {
        get
        {
            var pool = _pool;
            if (pool is null)
            {
                throw new ObjectDisposedException(nameof(ConnectionLease<T>), $"The lease of {_taken.Worker.Connection.Name} was given back.");
            }

            return pool.IsCurrent(_taken) ? _taken.Worker.Connection : throw pool.ClosedWhileLent();
        }
    }

    /// <summary>Gives the worker back.</summary>
    public void Dispose() => Interlocked.Exchange(ref _pool, null)?.Return(_taken);

    /// <summary>Gives the worker back.</summary>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }
}
