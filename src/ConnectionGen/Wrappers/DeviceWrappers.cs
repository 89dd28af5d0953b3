namespace ConnectionGen;

/// <summary>All wrappers that hold for a device's connections: those found when building, the testbed's and the device's own.</summary>
internal sealed class DeviceWrappers(WrapperList testbed)
{
    private readonly WrapperList _own = new([]);
    private State _state = new([], [], [], new([]));

    /// <summary>The set that holds now; the same object while nothing changes.</summary>
    public WrapperSet Current
    {
        get
        {
            var state = Volatile.Read(ref _state);
            return state.Registered == ConnectionClasses.Wrappers.Current && state.Testbed == testbed.Current && state.Own == _own.Current ? state.Set : Renew();
        }
    }

    public IDisposable Add(ServiceWrapping wrapping) => _own.Add(wrapping);

    private WrapperSet Renew()
    {
        var (registered, shared, own) = (ConnectionClasses.Wrappers.Current, testbed.Current, _own.Current);
        var set = new WrapperSet([.. registered, .. shared, .. own]);
        Volatile.Write(ref _state, new(registered, shared, own, set));
        return set;
    }

    private sealed record State(ServiceWrapping[] Registered, ServiceWrapping[] Testbed, ServiceWrapping[] Own, WrapperSet Set);
}
