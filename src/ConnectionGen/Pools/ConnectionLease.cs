namespace ConnectionGen;

/// <summary>A worker of a pool, taken for several calls. Dispose of it to give the worker back.</summary>
/// <typeparam name="T">The worker's connection class.</typeparam>
public sealed class ConnectionLease<T> : IAsyncDisposable, IDisposable
    where T : Connection
{
    private readonly PoolWorker<T> _worker;
    private readonly int _opening;
    private ConnectionPool<T>? _pool;

    internal ConnectionLease(ConnectionPool<T> pool, PoolWorker<T> worker, int opening)
    {
        _pool = pool;
        _worker = worker;
        _opening = opening;
    }

    /// <summary>The worker.</summary>
    /// <exception cref="ObjectDisposedException">It was given back.</exception>
    public T Connection
    {
        get
        {
            ObjectDisposedException.ThrowIf(_pool is null, this);
            return _worker.Connection;
        }
    }

    /// <summary>Gives the worker back.</summary>
    public void Dispose() => Interlocked.Exchange(ref _pool, null)?.Return(_worker, _opening);

    /// <summary>Gives the worker back.</summary>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }
}
