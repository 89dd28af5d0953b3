using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace ConnectionGen;

/// <summary>The wrappers that hold for one device, outermost first. A set never changes; another one takes its place.</summary>
internal sealed class WrapperSet
{
    private readonly ServiceWrapping[] _wrappings;
    private readonly ConditionalWeakTable<Connection, ConcurrentDictionary<ServiceInfo, ServiceWrapper[]>> _chosen = new();

    public WrapperSet(IEnumerable<ServiceWrapping> wrappings) => _wrappings = [.. wrappings.OrderByDescending(static wrapping => wrapping.Order)];

    public bool IsEmpty => _wrappings.Length == 0;

    /// <summary>The wrappers of one connection's service; chosen once.</summary>
    public ServiceWrapper[] For(Connection connection, ServiceInfo service)
    {
        var chosen = _chosen.GetValue(connection, static _ => new());
        return chosen.TryGetValue(service, out var wrappers) ? wrappers : chosen.GetOrAdd(service, Choose(connection, service));
    }

    private ServiceWrapper[] Choose(Connection connection, ServiceInfo service)
        => [.. _wrappings.Where(wrapping => wrapping.AppliesTo(connection, service)).Select(static wrapping => wrapping.Wrapper)];
}
