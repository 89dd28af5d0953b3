namespace ConnectionGen;

/// <summary>
/// One network element of a testbed. Its members for connections are those of its <see cref="ConnectionManager"/>; the services of its default
/// connection are its methods, too. Disposing a device destroys its connections.
/// </summary>
public partial class Device : IAsyncDisposable, IDisposable
{
    private readonly WeakReference<Testbed> _testbed;

    /// <summary>Made by a testbed.</summary>
    /// <param name="context">What the testbed says of the device.</param>
    protected internal Device(DeviceContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        Description = context.Description;
        Topology = context.Topology;
        _testbed = new(context.Testbed);
        ConnectionManager = new ConnectionManager(this, context);
    }

    /// <summary>What the testbed says of the device.</summary>
    public DeviceDescription Description { get; }

    /// <summary>The device's name, unique in its testbed.</summary>
    public string Name => Description.Name;

    /// <summary>The device's own alias in the testbed file; its name where it has none.</summary>
    public string DeviceAlias => Description.DeviceAlias;

    /// <summary>The operating system that the testbed names, such as <c>iosxe</c>.</summary>
    public string? Os => Description.Os;

    /// <summary>The platform that the testbed names.</summary>
    public string? Platform => Description.Platform;

    /// <summary>The model that the testbed names.</summary>
    public string? Model => Description.Model;

    /// <summary>The kind of device that the testbed names, such as <c>router</c>.</summary>
    public string? Type => Description.Type;

    /// <summary>The role that the testbed names, such as <c>pe</c>.</summary>
    public string? Role => Description.Role;

    /// <summary>What stands below <c>custom</c> in the testbed.</summary>
    /// <example><code>string? site = device.Custom["site"].Text;</code></example>
    public TestbedValue Custom => Description.Custom;

    /// <summary>The credentials that hold for the device: its own, then the testbed's.</summary>
    public CredentialSet Credentials => Description.Credentials;

    /// <summary>The ways to reach the device, by name.</summary>
    public IReadOnlyDictionary<string, PathDescription> Paths => Description.Paths;

    /// <summary>The testbed; null where it was collected.</summary>
    public Testbed? Testbed => _testbed.TryGetTarget(out var testbed) ? testbed : null;

    /// <summary>The manager of this device's connections.</summary>
    public ConnectionManager ConnectionManager { get; }

    /// <summary>The connection that has the alias when a service is called.</summary>
    /// <param name="alias">The alias; null for the default one.</param>
    /// <example><code>await device.Alias("vty_1").ExecuteAsync("show clock");</code></example>
    public ConnectionHandle Alias([ConnectionAlias] string? alias = null) => new(this, alias);

    /// <inheritdoc cref="ConnectionManager.Get{T}(string?)"/>
    public T Alias<T>([ConnectionAlias] string? alias = null)
        where T : Connection
        => ConnectionManager.Get<T>(alias);

    /// <summary>The connection called <c>pool</c>, or else the default connection where that is a pool.</summary>
    public ConnectionHandle Pool => new(this, ConnectionManager.PoolAlias);

    /// <inheritdoc cref="ConnectionManager.Instantiate(string?, string?)"/>
    public Connection Instantiate([ConnectionAlias] string? alias = null, [ViaPath] string? via = null) => ConnectionManager.Instantiate(alias, via);

    /// <inheritdoc cref="ConnectionManager.Instantiate{T}(string?, string?)"/>
    public T Instantiate<T>([ConnectionAlias] string? alias = null, [ViaPath] string? via = null)
        where T : Connection, IConnectionClass<T>
        => ConnectionManager.Instantiate<T>(alias, via);

    /// <inheritdoc cref="ConnectionManager.InstantiatePool(int, string?, string?, TimeSpan?)"/>
    public ConnectionPool InstantiatePool(int poolSize, [ConnectionAlias] string? alias = null, [ViaPath] string? via = null, TimeSpan? poolTimeout = null)
        => ConnectionManager.InstantiatePool(poolSize, alias, via, poolTimeout);

    /// <inheritdoc cref="ConnectionManager.InstantiatePool{T}(int, string?, string?, TimeSpan?)"/>
    public ConnectionPool<T> InstantiatePool<T>(int poolSize, [ConnectionAlias] string? alias = null, [ViaPath] string? via = null, TimeSpan? poolTimeout = null)
        where T : Connection, IConnectionClass<T>
        => ConnectionManager.InstantiatePool<T>(poolSize, alias, via, poolTimeout);

    /// <inheritdoc cref="ConnectionManager.ConnectAsync(string?, string?, CancellationToken)"/>
    public Task<Connection> ConnectAsync([ConnectionAlias] string? alias = null, [ViaPath] string? via = null, CancellationToken cancellationToken = default)
        => ConnectionManager.ConnectAsync(alias, via, cancellationToken);

    /// <inheritdoc cref="ConnectionManager.ConnectAsync{T}(string?, string?, CancellationToken)"/>
    public Task<T> ConnectAsync<T>([ConnectionAlias] string? alias = null, [ViaPath] string? via = null, CancellationToken cancellationToken = default)
        where T : Connection, IConnectionClass<T>
        => ConnectionManager.ConnectAsync<T>(alias, via, cancellationToken);

    /// <inheritdoc cref="ConnectionManager.ConnectPoolAsync(int, string?, string?, TimeSpan?, CancellationToken)"/>
    public Task<ConnectionPool> ConnectPoolAsync(
        int poolSize, [ConnectionAlias] string? alias = null, [ViaPath] string? via = null, TimeSpan? poolTimeout = null, CancellationToken cancellationToken = default)
        => ConnectionManager.ConnectPoolAsync(poolSize, alias, via, poolTimeout, cancellationToken);

    /// <inheritdoc cref="ConnectionManager.ConnectPoolAsync{T}(int, string?, string?, TimeSpan?, CancellationToken)"/>
    public Task<ConnectionPool<T>> ConnectPoolAsync<T>(
        int poolSize, [ConnectionAlias] string? alias = null, [ViaPath] string? via = null, TimeSpan? poolTimeout = null, CancellationToken cancellationToken = default)
        where T : Connection, IConnectionClass<T>
        => ConnectionManager.ConnectPoolAsync<T>(poolSize, alias, via, poolTimeout, cancellationToken);

    /// <inheritdoc cref="ConnectionManager.IsConnected"/>
    public bool IsConnected([ConnectionAlias] string? alias = null) => ConnectionManager.IsConnected(alias);

    /// <inheritdoc cref="ConnectionManager.DisconnectAsync"/>
    public Task DisconnectAsync([ConnectionAlias] string? alias = null, CancellationToken cancellationToken = default) => ConnectionManager.DisconnectAsync(alias, cancellationToken);

    /// <inheritdoc cref="ConnectionManager.DestroyAsync"/>
    public Task DestroyAsync([ConnectionAlias] string? alias = null, CancellationToken cancellationToken = default) => ConnectionManager.DestroyAsync(alias, cancellationToken);

    /// <inheritdoc cref="ConnectionManager.DisconnectAllAsync"/>
    public Task DisconnectAllAsync(CancellationToken cancellationToken = default) => ConnectionManager.DisconnectAllAsync(cancellationToken);

    /// <inheritdoc cref="ConnectionManager.DestroyAllAsync"/>
    public Task DestroyAllAsync(CancellationToken cancellationToken = default) => ConnectionManager.DestroyAllAsync(cancellationToken);

    /// <inheritdoc cref="ConnectionManager.AddWrapper"/>
    public IDisposable AddWrapper(ServiceWrapping wrapping) => ConnectionManager.AddWrapper(wrapping);

    /// <summary>Destroys the device's connections; nothing can be connected afterwards.</summary>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await ConnectionManager.EndAsync().ConfigureAwait(false);
    }

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        Blocking.Run(this, static device => device.DisposeAsync().AsTask());
    }

    /// <summary>The device's name.</summary>
    public override string ToString() => Name;
}
