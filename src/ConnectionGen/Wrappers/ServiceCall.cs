using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace ConnectionGen;

/// <summary>A service call as a wrapper sees it.</summary>
public abstract class ServiceCall
{
    private protected ServiceCall(Connection connection, ServiceInfo service)
    {
        Connection = connection;
        Service = service;
    }

    /// <summary>The connection, or the pool's worker, that runs it.</summary>
    public Connection Connection { get; }

    /// <summary>The connection's device.</summary>
    public Device Device => Connection.Device;

    /// <summary>The service.</summary>
    public ServiceInfo Service { get; }

    /// <summary>The log of connections of this class.</summary>
    public ILogger Logger => Connection.Logger;

    /// <summary>The arguments but the token, in order.</summary>
    public abstract IReadOnlyList<object?> Values { get; }
}

/// <summary>A service call with typed arguments.</summary>
/// <typeparam name="TArgs">The parameters but the token: the type itself where there is one, a tuple of several, <see cref="ValueTuple"/> for none.</typeparam>
public sealed class ServiceCall<TArgs> : ServiceCall
{
    internal ServiceCall(Connection connection, ServiceInfo service, TArgs arguments)
        : base(connection, service) => Arguments = arguments;

    /// <summary>The arguments but the token.</summary>
    public TArgs Arguments { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Values => Arguments is ITuple tuple ? [.. Enumerable.Range(0, tuple.Length).Select(n => tuple[n])] : [Arguments];
}
