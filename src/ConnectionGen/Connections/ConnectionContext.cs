using Microsoft.Extensions.Logging;

namespace ConnectionGen;

/// <summary>What a connection is made from: device, alias, path, arguments and the testbed's options. The manager makes it.</summary>
public sealed class ConnectionContext
{
    private readonly ConnectionManager _manager;

    internal ConnectionContext(ConnectionManager manager, string alias, PathDescription path, ConnectionClassInfo info)
    {
        _manager = manager;
        Alias = alias;
        Path = path;
        Class = info;
        Arguments = new ConnectionArguments(manager.Description, path);
        Logger = Options.LoggerFactory.CreateLogger($"ConnectionGen.{info.Type.Name}");
        Limits = Arguments.Find("connection_timeout")?.ToTimeSpan() is { } open ? Options.Limits with { Open = open } : Options.Limits;
    }

    /// <summary>The device.</summary>
    /// <exception cref="ObjectDisposedException">The device was collected: hold its testbed while you use its connections.</exception>
    public Device Device => _manager.DeviceFor($" of connection '{Alias}'");

    /// <summary>The connection's name on its device.</summary>
    public string Alias { get; }

    /// <summary>The path, as the testbed describes it.</summary>
    public PathDescription Path { get; }

    /// <summary>The connection class.</summary>
    public ConnectionClassInfo Class { get; }

    /// <summary>The values of the class's arguments that the testbed gives.</summary>
    public ConnectionArguments Arguments { get; }

    /// <summary>The options of the testbed.</summary>
    public TestbedOptions Options => _manager.Options;

    /// <summary>The clock for every wait.</summary>
    public TimeProvider TimeProvider => Options.TimeProvider;

    /// <summary>The log of connections of this class.</summary>
    public ILogger Logger { get; }

    /// <summary>What the testbed says of the device; it stays when the device is gone.</summary>
    public DeviceDescription DeviceDescription => _manager.Description;

    /// <summary>What the testbed file says, for a connection that goes through another device or a server of it.</summary>
    public TestbedDescription TestbedDescription => _manager.TestbedDescription;

    /// <summary>
    /// What the connections of the testbed share, such as a session that several go through: the one object of the type, made when it is first asked for
    /// and disposed of with the testbed, after its connections.
    /// </summary>
    /// <typeparam name="T">A type of your own, so that nobody else's object is meant.</typeparam>
    /// <param name="make">Makes it; called once.</param>
    public T Shared<T>(Func<T> make)
        where T : class, IAsyncDisposable
    {
        ArgumentNullException.ThrowIfNull(make);
        return _manager.Shared.Get(make);
    }

    internal string DeviceName => _manager.Description.Name;

    internal ConnectionLimits Limits { get; }

    internal WrapperSet Wrappers => _manager.Wrappers.Current;

    /// <summary><c>'vty_1' of 'phoenix' via 'mgmt'</c>, for messages.</summary>
    internal string ConnectionName => $"'{Alias}' of '{DeviceName}' via '{Path.Name}'";

    internal void Forget(Connection connection) => _manager.Forget(connection);

    /// <summary>The context of a pool's worker.</summary>
    internal ConnectionContext ForWorker(int number) => new(_manager, $"{Alias}[{number}]", Path, Class);
}
