namespace ConnectionGen;

/// <content>The blocking twins.</content>
public sealed partial class ConnectionManager
{
    /// <inheritdoc cref="ConnectAsync(string?, string?, CancellationToken)"/>
    public Connection Connect([ConnectionAlias] string? alias = null, [ViaPath] string? via = null, CancellationToken cancellationToken = default)
        => Blocking.Run((this, alias, via, cancellationToken), static s => s.Item1.ConnectAsync(s.alias, s.via, s.cancellationToken));

    /// <inheritdoc cref="ConnectAsync{T}(string?, string?, CancellationToken)"/>
    public T Connect<T>([ConnectionAlias] string? alias = null, [ViaPath] string? via = null, CancellationToken cancellationToken = default)
        where T : Connection, IConnectionClass<T>
        => Blocking.Run((this, alias, via, cancellationToken), static s => s.Item1.ConnectAsync<T>(s.alias, s.via, s.cancellationToken));

    /// <inheritdoc cref="ConnectPoolAsync(int, string?, string?, TimeSpan?, CancellationToken)"/>
    public ConnectionPool ConnectPool(
        int poolSize, [ConnectionAlias] string? alias = null, [ViaPath] string? via = null, TimeSpan? poolTimeout = null, CancellationToken cancellationToken = default)
        => Blocking.Run((this, poolSize, alias, via, poolTimeout, cancellationToken), static s => s.Item1.ConnectPoolAsync(s.poolSize, s.alias, s.via, s.poolTimeout, s.cancellationToken));

    /// <inheritdoc cref="ConnectPoolAsync{T}(int, string?, string?, TimeSpan?, CancellationToken)"/>
    public ConnectionPool<T> ConnectPool<T>(
        int poolSize, [ConnectionAlias] string? alias = null, [ViaPath] string? via = null, TimeSpan? poolTimeout = null, CancellationToken cancellationToken = default)
        where T : Connection, IConnectionClass<T>
        => Blocking.Run((this, poolSize, alias, via, poolTimeout, cancellationToken), static s => s.Item1.ConnectPoolAsync<T>(s.poolSize, s.alias, s.via, s.poolTimeout, s.cancellationToken));

    /// <inheritdoc cref="DisconnectAsync"/>
    public void Disconnect([ConnectionAlias] string? alias = null, CancellationToken cancellationToken = default)
        => Blocking.Run((this, alias, cancellationToken), static s => s.Item1.DisconnectAsync(s.alias, s.cancellationToken));

    /// <inheritdoc cref="DestroyAsync"/>
    public void Destroy([ConnectionAlias] string? alias = null, CancellationToken cancellationToken = default)
        => Blocking.Run((this, alias, cancellationToken), static s => s.Item1.DestroyAsync(s.alias, s.cancellationToken));

    /// <inheritdoc cref="DisconnectAllAsync"/>
    public void DisconnectAll(CancellationToken cancellationToken = default) => Blocking.Run((this, cancellationToken), static s => s.Item1.DisconnectAllAsync(s.cancellationToken));

    /// <inheritdoc cref="DestroyAllAsync"/>
    public void DestroyAll(CancellationToken cancellationToken = default) => Blocking.Run((this, cancellationToken), static s => s.Item1.DestroyAllAsync(s.cancellationToken));
}
