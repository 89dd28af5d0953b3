namespace ConnectionGen;

/// <content>Pools.</content>
public sealed partial class ConnectionManager
{
    /// <summary>Makes a pool of the default class without opening its workers, or gives the one that has the alias.</summary>
    /// <param name="poolSize">How many workers, at least 1.</param>
    /// <param name="alias">Its alias; the default one unless said otherwise.</param>
    /// <param name="via">The path of all workers; unless said otherwise <c>defaults.via</c>, the only path, or the class's choice.</param>
    /// <param name="poolTimeout">How long a call waits for a free worker; unless said otherwise the path's <c>pool_timeout</c> or 5 minutes. Zero: not at all.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size below 1, or a negative limit.</exception>
    /// <exception cref="ConnectionClassMismatchException">The alias names something else.</exception>
    /// <exception cref="PoolNotSupportedException">The class refuses pools.</exception>
    public ConnectionPool InstantiatePool(int poolSize, [ConnectionAlias] string? alias = null, [ViaPath] string? via = null, TimeSpan? poolTimeout = null)
        => As<ConnectionPool>(Make(PoolOf(poolSize, alias, via, poolTimeout)));

    /// <summary>Makes a pool of a class without opening its workers, or gives the one that has the alias.</summary>
    /// <typeparam name="T">The connection class.</typeparam>
    /// <inheritdoc cref="InstantiatePool(int, string?, string?, TimeSpan?)"/>
    public ConnectionPool<T> InstantiatePool<T>(int poolSize, [ConnectionAlias] string? alias = null, [ViaPath] string? via = null, TimeSpan? poolTimeout = null)
        where T : Connection, IConnectionClass<T>
        => As<ConnectionPool<T>>(Make(PoolOf(poolSize, alias, via, poolTimeout) with { Class = T.Info }));

    /// <summary>For generated code: <paramref name="create"/> carries the call's typed arguments.</summary>
    /// <inheritdoc cref="InstantiatePool{T}(int, string?, string?, TimeSpan?)"/>
    /// <param name="create">Makes a worker.</param>
    public ConnectionPool<T> InstantiatePool<T>(int poolSize, [ConnectionAlias] string? alias, [ViaPath] string? via, TimeSpan? poolTimeout, Func<ConnectionContext, T> create)
        where T : Connection, IConnectionClass<T>
        => As<ConnectionPool<T>>(Make(PoolOf(poolSize, alias, via, poolTimeout, create)));

    /// <summary>Makes a pool of the default class where there is none of the alias, and opens all its workers; where one fails, none stays open.</summary>
    /// <inheritdoc cref="InstantiatePool(int, string?, string?, TimeSpan?)"/>
    /// <param name="cancellationToken">Stops the opening.</param>
    public Task<ConnectionPool> ConnectPoolAsync(
        int poolSize, [ConnectionAlias] string? alias = null, [ViaPath] string? via = null, TimeSpan? poolTimeout = null, CancellationToken cancellationToken = default)
        => OpenAsync<ConnectionPool>(PoolOf(poolSize, alias, via, poolTimeout), cancellationToken);

    /// <summary>Makes a pool of a class where there is none of the alias, and opens all its workers; where one fails, none stays open.</summary>
    /// <typeparam name="T">The connection class.</typeparam>
    /// <inheritdoc cref="InstantiatePool(int, string?, string?, TimeSpan?)"/>
    /// <param name="cancellationToken">Stops the opening.</param>
    public Task<ConnectionPool<T>> ConnectPoolAsync<T>(
        int poolSize, [ConnectionAlias] string? alias = null, [ViaPath] string? via = null, TimeSpan? poolTimeout = null, CancellationToken cancellationToken = default)
        where T : Connection, IConnectionClass<T>
        => OpenAsync<ConnectionPool<T>>(PoolOf(poolSize, alias, via, poolTimeout) with { Class = T.Info }, cancellationToken);

    /// <summary>For generated code: <paramref name="create"/> carries the call's typed arguments.</summary>
    /// <inheritdoc cref="ConnectPoolAsync{T}(int, string?, string?, TimeSpan?, CancellationToken)"/>
    /// <param name="create">Makes a worker.</param>
    public Task<ConnectionPool<T>> ConnectPoolAsync<T>(
        int poolSize, [ConnectionAlias] string? alias, [ViaPath] string? via, TimeSpan? poolTimeout, Func<ConnectionContext, T> create, CancellationToken cancellationToken)
        where T : Connection, IConnectionClass<T>
        => OpenAsync<ConnectionPool<T>>(PoolOf(poolSize, alias, via, poolTimeout, create), cancellationToken);

    private Request PoolOf(int poolSize, string? alias, string? via, TimeSpan? poolTimeout)
        => new(alias, via) { Pool = Checked(poolSize, alias, poolTimeout) };

    private Request PoolOf<T>(int poolSize, string? alias, string? via, TimeSpan? poolTimeout, Func<ConnectionContext, T> create)
        where T : Connection, IConnectionClass<T>
        => new(alias, via)
        {
            Class = T.Info,
            Pool = Checked(poolSize, alias, poolTimeout) with { Create = (context, settings) => new ConnectionPool<T>(context, settings, create) },
        };

    private PoolRequest Checked(int poolSize, string? alias, TimeSpan? poolTimeout)
    {
        var pool = $"'{alias ?? DefaultAlias}' of '{Description.Name}'";
        return new PoolRequest(PoolSettings.CheckedSize(poolSize, pool), PoolSettings.CheckedTimeout(poolTimeout, pool), null);
    }
}
