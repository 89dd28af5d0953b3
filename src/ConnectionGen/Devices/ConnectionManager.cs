using System.Collections.Concurrent;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen;

/// <summary>Makes, keeps, connects and ends the connections of one device, by alias. Each device has its own.</summary>
/// <remarks>Safe for use by several threads. It does not keep its device alive; hold the testbed.</remarks>
public sealed partial class ConnectionManager
{
    private readonly ConcurrentDictionary<string, Connection> _connections = new(StringComparer.Ordinal);
    private readonly Lock _making = new();
    private readonly WeakReference<Device> _device;
    private Connection? _default;
    private bool _ended;

    internal ConnectionManager(Device device, DeviceContext context)
    {
        _device = new(device);
        Description = device.Description;
        TestbedDescription = context.Testbed.Description;
        Options = context.Options;
        Shared = context.Testbed.Shared;
        Wrappers = new DeviceWrappers(context.Wrappers);
        DefaultAlias = Description.Defaults.Alias ?? "default";
    }

    /// <summary>The device.</summary>
    /// <exception cref="ObjectDisposedException">It was collected: hold its testbed while you use its connections.</exception>
    public Device Device => DeviceFor("");

    /// <summary>The alias that is meant where none is said: <c>defaults.alias</c>, or <c>default</c>.</summary>
    public string DefaultAlias { get; }

    /// <summary>The connections and pools there are, open or closed, by alias.</summary>
    public IReadOnlyDictionary<string, Connection> Connections => _connections;

    internal DeviceDescription Description { get; }

    internal TestbedDescription TestbedDescription { get; }

    internal TestbedOptions Options { get; }

    internal SharedObjects Shared { get; }

    internal DeviceWrappers Wrappers { get; }

    /// <summary>The connection under the default alias; read on each call on the device.</summary>
    internal Connection? Default => Volatile.Read(ref _default);

    internal string PoolAlias => _connections.ContainsKey("pool") ? "pool" : DefaultAlias;

    /// <summary>Makes the connection without opening it, or gives the one that has the alias.</summary>
    /// <param name="alias">Its alias; the default one unless said otherwise.</param>
    /// <param name="via">Its path; unless said otherwise <c>defaults.via</c>, the only path, or the class's choice.</param>
    /// <exception cref="ArgumentException">The alias is no identifier.</exception>
    /// <exception cref="UnknownPathException">The device has no such path, or several and none was chosen.</exception>
    /// <exception cref="UnknownConnectionClassException">No class of the name in the testbed is known.</exception>
    /// <exception cref="ConnectionCreationException">The class's constructor threw.</exception>
    public Connection Instantiate([ConnectionAlias] string? alias = null, [ViaPath] string? via = null) => Make(new(alias, via));

    /// <summary>Makes the connection, of a class, without opening it, or gives the one that has the alias.</summary>
    /// <typeparam name="T">The connection class.</typeparam>
    /// <param name="alias">Its alias; the default one unless said otherwise.</param>
    /// <param name="via">Its path; unless said otherwise <c>defaults.via</c>, the only path, or the class's choice.</param>
    /// <exception cref="ConnectionClassMismatchException">The alias names a connection of another class, or the path is one for pools.</exception>
    /// <exception cref="ArgumentException">The alias is no identifier.</exception>
    /// <exception cref="UnknownPathException">The device has no such path, or several and none was chosen.</exception>
    /// <exception cref="ConnectionCreationException">The class's constructor threw.</exception>
    public T Instantiate<T>([ConnectionAlias] string? alias = null, [ViaPath] string? via = null)
        where T : Connection, IConnectionClass<T>
        => As<T>(Make(new(alias, via) { Class = T.Info }));

    /// <summary>For generated code: <paramref name="create"/> carries the call's typed arguments.</summary>
    /// <inheritdoc cref="Instantiate{T}(string?, string?)"/>
    /// <param name="create">Makes the connection.</param>
    public T Instantiate<T>([ConnectionAlias] string? alias, [ViaPath] string? via, Func<ConnectionContext, T> create)
        where T : Connection, IConnectionClass<T>
        => As<T>(Make(new(alias, via) { Class = T.Info, Create = create }));

    /// <summary>Makes the connection where there is none of the alias, and opens it where it is closed.</summary>
    /// <param name="alias">Its alias; the default one unless said otherwise.</param>
    /// <param name="via">Its path; unless said otherwise <c>defaults.via</c>, the only path, or the class's choice.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <returns>The connection; a pool where the path has a <c>pool_size</c>.</returns>
    /// <exception cref="ArgumentException">The alias is no identifier.</exception>
    /// <exception cref="UnknownPathException">The device has no such path, or several and none was chosen.</exception>
    /// <exception cref="UnknownConnectionClassException">No class of the name in the testbed is known.</exception>
    /// <exception cref="ConnectionCreationException">The class's constructor threw.</exception>
    /// <exception cref="ConnectionTimeoutException">It did not open within its limit.</exception>
    /// <exception cref="ConnectionOpenException">The class could not open it; an exception of the class that names its connection comes as it is.</exception>
    public Task<Connection> ConnectAsync([ConnectionAlias] string? alias = null, [ViaPath] string? via = null, CancellationToken cancellationToken = default)
        => OpenAsync<Connection>(new(alias, via), cancellationToken);

    /// <summary>Makes the connection, of a class, where there is none of the alias, and opens it where it is closed.</summary>
    /// <typeparam name="T">The connection class.</typeparam>
    /// <inheritdoc cref="ConnectAsync(string?, string?, CancellationToken)"/>
    /// <exception cref="ConnectionClassMismatchException">The alias names a connection of another class, or the path is one for pools.</exception>
    public Task<T> ConnectAsync<T>([ConnectionAlias] string? alias = null, [ViaPath] string? via = null, CancellationToken cancellationToken = default)
        where T : Connection, IConnectionClass<T>
        => OpenAsync<T>(new(alias, via) { Class = T.Info }, cancellationToken);

    /// <summary>For generated code: <paramref name="create"/> carries the call's typed arguments.</summary>
    /// <inheritdoc cref="ConnectAsync{T}(string?, string?, CancellationToken)"/>
    /// <param name="create">Makes the connection.</param>
    public Task<T> ConnectAsync<T>([ConnectionAlias] string? alias, [ViaPath] string? via, Func<ConnectionContext, T> create, CancellationToken cancellationToken)
        where T : Connection, IConnectionClass<T>
        => OpenAsync<T>(new(alias, via) { Class = T.Info, Create = create }, cancellationToken);

    /// <summary>True where there is a connection of the alias and it is open.</summary>
    /// <param name="alias">The alias; the default one unless said otherwise.</param>
    public bool IsConnected([ConnectionAlias] string? alias = null) => Find(alias) is { IsConnected: true };

    /// <summary>Closes a connection and keeps it; it can be connected again.</summary>
    /// <param name="alias">The alias; the default one unless said otherwise.</param>
    /// <param name="cancellationToken">Stops the waiting and the closing.</param>
    /// <exception cref="ConnectionNotFoundException">There is no connection of the alias.</exception>
    public async Task DisconnectAsync([ConnectionAlias] string? alias = null, CancellationToken cancellationToken = default)
        => await Get(alias).DisconnectAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Closes a connection and forgets it, even where closing fails; the next connect makes a new one.</summary>
    /// <param name="alias">The alias; the default one unless said otherwise.</param>
    /// <param name="cancellationToken">Stops the waiting and the closing.</param>
    /// <exception cref="ConnectionNotFoundException">There is no connection of the alias.</exception>
    public async Task DestroyAsync([ConnectionAlias] string? alias = null, CancellationToken cancellationToken = default)
        => await Get(alias).DestroyAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Closes every connection and keeps them. All are tried, though one fails.</summary>
    /// <param name="cancellationToken">Stops the waiting and the closing.</param>
    /// <exception cref="AggregateException">Some could not be closed; their aliases are in the message, what they threw inside.</exception>
    public Task DisconnectAllAsync(CancellationToken cancellationToken = default) => AllAsync("disconnected", connection => connection.DisconnectAsync(cancellationToken));

    /// <summary>Closes every connection and forgets them. All are tried, though one fails, and all are forgotten.</summary>
    /// <param name="cancellationToken">Stops the waiting and the closing.</param>
    /// <exception cref="AggregateException">Some could not be closed; their aliases are in the message, what they threw inside.</exception>
    public Task DestroyAllAsync(CancellationToken cancellationToken = default) => AllAsync("destroyed", connection => connection.DestroyAsync(cancellationToken));

    /// <summary>The connection that has an alias.</summary>
    /// <typeparam name="T">Its class.</typeparam>
    /// <param name="alias">The alias; the default one unless said otherwise.</param>
    /// <exception cref="ConnectionNotFoundException">There is no connection of the alias.</exception>
    /// <exception cref="ConnectionClassMismatchException">It is of another class.</exception>
    public T Get<T>([ConnectionAlias] string? alias = null)
        where T : Connection
        => As<T>(Get(alias));

    /// <summary>Adds a wrapper for the device's connections, those that exist included.</summary>
    /// <param name="wrapping">The wrapper with what it is for.</param>
    /// <returns>Dispose of it to remove the wrapper again.</returns>
    public IDisposable AddWrapper(ServiceWrapping wrapping) => Wrappers.Add(wrapping);

    internal Device DeviceFor(string whom) => _device.TryGetTarget(out var device)
        ? device
        : throw new ObjectDisposedException(Description.Name, $"Device '{Description.Name}'{whom} was collected; hold its testbed while you use its connections.");

    internal Connection Get(string? alias) => Find(alias) ?? throw NotFound(alias ?? DefaultAlias);

    internal Connection? Find(string? alias) => alias is null ? Default : _connections.GetValueOrDefault(alias);

    internal ConnectionNotFoundException NotFound(string alias)
    {
        var aliases = _connections.Keys.Order(StringComparer.Ordinal).ToArray();
        var nearest = NearestName.Find(alias, aliases);
        return new(aliases.Length == 0
            ? $"Device '{Description.Name}' has no connection '{alias}'; it has none. Connect it first."
            : $"Device '{Description.Name}' has no connection '{alias}'{(nearest is null ? "" : $"; did you mean '{nearest}'?")} There are: {string.Join(", ", aliases)}.");
    }

    /// <summary>Destroys everything, and nothing is made any more.</summary>
    internal Task EndAsync()
    {
        lock (_making)
        {
            _ended = true;
        }

        return DestroyAllAsync();
    }

    private async Task AllAsync(string what, Func<Connection, Task> one)
    {
        var all = _connections.Values.Select(connection => (connection.Alias, Task: one(connection))).OrderBy(each => each.Alias, StringComparer.Ordinal).ToArray();
        try
        {
            await Task.WhenAll(all.Select(each => each.Task)).ConfigureAwait(false);
        }
        catch (Exception) when (all.Any(each => each.Task.IsFaulted))
        {
            var failed = all.Where(each => each.Task.IsFaulted).ToArray();
            throw new AggregateException(
                $"Of device '{Description.Name}' these could not be {what}: {string.Join(", ", failed.Select(each => $"'{each.Alias}'"))}.",
                failed.SelectMany(each => each.Task.Exception!.InnerExceptions));
        }
    }
}
