namespace ConnectionGen;

/// <content>The blocking twins.</content>
public partial class Device
{
    /// <inheritdoc cref="ConnectionManager.ConnectAsync(string?, string?, CancellationToken)"/>
    public Connection Connect([ConnectionAlias] string? alias = null, [ViaPath] string? via = null, CancellationToken cancellationToken = default)
        => ConnectionManager.Connect(alias, via, cancellationToken);

    /// <inheritdoc cref="ConnectionManager.ConnectAsync{T}(string?, string?, CancellationToken)"/>
    public T Connect<T>([ConnectionAlias] string? alias = null, [ViaPath] string? via = null, CancellationToken cancellationToken = default)
        where T : Connection, IConnectionClass<T>
        => ConnectionManager.Connect<T>(alias, via, cancellationToken);

    /// <inheritdoc cref="ConnectionManager.ConnectPoolAsync(int, string?, string?, TimeSpan?, CancellationToken)"/>
    public ConnectionPool ConnectPool(
        int poolSize, [ConnectionAlias] string? alias = null, [ViaPath] string? via = null, TimeSpan? poolTimeout = null, CancellationToken cancellationToken = default)
        => ConnectionManager.ConnectPool(poolSize, alias, via, poolTimeout, cancellationToken);

    /// <inheritdoc cref="ConnectionManager.ConnectPoolAsync{T}(int, string?, string?, TimeSpan?, CancellationToken)"/>
    public ConnectionPool<T> ConnectPool<T>(
        int poolSize, [ConnectionAlias] string? alias = null, [ViaPath] string? via = null, TimeSpan? poolTimeout = null, CancellationToken cancellationToken = default)
        where T : Connection, IConnectionClass<T>
        => ConnectionManager.ConnectPool<T>(poolSize, alias, via, poolTimeout, cancellationToken);

    /// <inheritdoc cref="ConnectionManager.DisconnectAsync"/>
    public void Disconnect([ConnectionAlias] string? alias = null, CancellationToken cancellationToken = default) => ConnectionManager.Disconnect(alias, cancellationToken);

    /// <inheritdoc cref="ConnectionManager.DestroyAsync"/>
    public void Destroy([ConnectionAlias] string? alias = null, CancellationToken cancellationToken = default) => ConnectionManager.Destroy(alias, cancellationToken);

    /// <inheritdoc cref="ConnectionManager.DisconnectAllAsync"/>
    public void DisconnectAll(CancellationToken cancellationToken = default) => ConnectionManager.DisconnectAll(cancellationToken);

    /// <inheritdoc cref="ConnectionManager.DestroyAllAsync"/>
    public void DestroyAll(CancellationToken cancellationToken = default) => ConnectionManager.DestroyAll(cancellationToken);
}
