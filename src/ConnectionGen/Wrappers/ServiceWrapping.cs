namespace ConnectionGen;

/// <summary>A wrapper with what it is for; add it to <see cref="TestbedOptions.Wrappers"/>, a testbed or a device.</summary>
public sealed class ServiceWrapping
{
    private readonly Func<Connection, bool> _isTarget;
    private readonly Lazy<ServiceWrapper> _wrapper;

    private ServiceWrapping(Func<Connection, bool> isTarget, string? service, int order, Lazy<ServiceWrapper> wrapper)
    {
        _isTarget = isTarget;
        Service = service;
        Order = order;
        _wrapper = wrapper;
    }

    /// <summary>The service's method name; null for all services.</summary>
    public string? Service { get; }

    /// <summary>Which of several wrappers is outside: higher ones are.</summary>
    public int Order { get; }

    internal ServiceWrapper Wrapper => _wrapper.Value;

    /// <summary>Says what a wrapper is for.</summary>
    /// <typeparam name="TConnection">The connection class, or a base of several; <see cref="Connection"/> for all.</typeparam>
    /// <param name="wrapper">The wrapper.</param>
    /// <param name="service">The service's method name, with <c>nameof</c>; null for all services.</param>
    /// <param name="order">Which of several wrappers is outside: higher ones are.</param>
    public static ServiceWrapping Of<TConnection>(ServiceWrapper wrapper, string? service = null, int order = 0)
        where TConnection : Connection
    {
        ArgumentNullException.ThrowIfNull(wrapper);
        return new(static connection => connection is TConnection, service, order, new(wrapper));
    }

    internal static ServiceWrapping Of<TConnection>(Func<ServiceWrapper> create, string? service, int order)
        where TConnection : Connection
        => new(static connection => connection is TConnection, service, order, new(create));

    internal bool AppliesTo(Connection connection, ServiceInfo service)
        => (Service is null || Service == service.Name) && _isTarget(connection) && Wrapper.AppliesTo(connection);
}
