namespace ConnectionGen;

/// <summary>Wrappers that are added and removed while the program runs, for one device or a testbed.</summary>
internal sealed class WrapperList
{
    private readonly Lock _lock = new();
    private ServiceWrapping[] _wrappings;

    public WrapperList(IEnumerable<ServiceWrapping> wrappings) => _wrappings = [.. wrappings];

    public ServiceWrapping[] Current => Volatile.Read(ref _wrappings);

    /// <summary>Disposing of what it gives removes the wrapper again.</summary>
    public IDisposable Add(ServiceWrapping wrapping)
    {
        ArgumentNullException.ThrowIfNull(wrapping);
        lock (_lock)
        {
            Volatile.Write(ref _wrappings, [.. _wrappings, wrapping]);
        }

        return new Removal(this, wrapping);
    }

    private void Remove(ServiceWrapping wrapping)
    {
        lock (_lock)
        {
            Volatile.Write(ref _wrappings, [.. _wrappings.Where(other => other != wrapping)]);
        }
    }

    private sealed class Removal(WrapperList list, ServiceWrapping wrapping) : IDisposable
    {
        public void Dispose() => list.Remove(wrapping);
    }
}
