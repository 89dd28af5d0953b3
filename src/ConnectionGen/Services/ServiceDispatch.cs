namespace ConnectionGen;

/// <content>What the accessors on devices and alias handles ask: which connection, and how a call is refused.</content>
public static partial class ServiceCalls
{
    /// <summary>The connection that a call on the device itself is for; null where there is none.</summary>
    /// <param name="device">The device.</param>
    public static Connection? Target(Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        return device.ConnectionManager.Default;
    }

    /// <summary>The connection behind an alias; null where there is none.</summary>
    /// <param name="connection">The alias handle.</param>
    public static Connection? Target(ConnectionHandle connection) => connection.Find();

    /// <summary>Why a call cannot be made: there is no such connection, or its class has no such service.</summary>
    /// <param name="target">The connection, or null.</param>
    /// <param name="device">The device.</param>
    /// <param name="alias">The alias, or null for the default one.</param>
    /// <param name="service">The service's name.</param>
    public static Exception Refuse(Connection? target, Device device, string? alias, string service)
    {
        ArgumentNullException.ThrowIfNull(device);
        return target is null
            ? device.ConnectionManager.NotFound(alias ?? device.ConnectionManager.DefaultAlias)
            : new ServiceNotSupportedException($"{target.Name} is a {target.ConnectionClass.Name}, which has no service {service}.");
    }

    /// <summary>Why a service whose calls belong together cannot be called on a pool itself.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="service">The service's name.</param>
    public static Exception RefuseWithoutLease(ConnectionPool pool, string service)
    {
        ArgumentNullException.ThrowIfNull(pool);
        return new ServiceNotSupportedException($"{pool.Name} is a pool, where each call may go to another worker: {service} needs one worker for several calls. Take one with LeaseAsync.");
    }
}
