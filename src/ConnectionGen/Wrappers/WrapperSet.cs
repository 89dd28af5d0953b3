namespace ConnectionGen;

/// <summary>The wrappers that hold for one device, outermost first. A set never changes; another one takes its place.</summary>
internal sealed class WrapperSet
{
    private readonly ServiceWrapping[] _wrappings;

    public WrapperSet(IEnumerable<ServiceWrapping> wrappings) => _wrappings = [.. wrappings.OrderByDescending(static wrapping => wrapping.Order)];

    public bool IsEmpty => _wrappings.Length == 0;

    public ServiceWrapper[] Choose(Connection connection, ServiceInfo service)
        => [.. _wrappings.Where(wrapping => wrapping.AppliesTo(connection, service)).Select(static wrapping => wrapping.Wrapper)];
}
