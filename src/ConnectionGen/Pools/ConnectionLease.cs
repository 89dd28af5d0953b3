namespace ConnectionGen;

/// <summary>A worker of a pool, taken for several calls. Dispose of it to give the worker back.</summary>
/// <typeparam name="T">The worker's connection class.</typeparam>
public sealed class ConnectionLease<T> : IAsyncDisposable, IDisposable
    where T : Connection
{
    private readonly T _connection;
    private ConnectionPool<T>? _pool;

    internal ConnectionLease(ConnectionPool<T> pool, T connection)
    {
        _pool = pool;
        _connection = connection;
    }

    /// <summary>The worker.</summary>
    /// <exception cref="ObjectDisposedException">It was given back.</exception>
    public T Connection
    {
        get
        {
            ObjectDisposedException.ThrowIf(_pool is null, this);
            return _connection;
        }
    }

    /// <summary>Gives the worker back.</summary>
    public void Dispose() => Interlocked.Exchange(ref _pool, null)?.Return(_connection);

    /// <summary>Gives the worker back.</summary>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }
}
