namespace ConnectionGen.Xunit;

/// <summary>Devices that one test has for itself. Disposing gives them back.</summary>
public sealed class DeviceLock : IDisposable, IAsyncDisposable
{
    private Action? _release;

    internal DeviceLock(IReadOnlyList<Device> devices, Action release)
    {
        Devices = devices;
        _release = release;
    }

    /// <summary>The devices.</summary>
    public IReadOnlyList<Device> Devices { get; }

    /// <summary>Gives the devices back.</summary>
    public void Dispose() => Interlocked.Exchange(ref _release, null)?.Invoke();

    /// <inheritdoc cref="Dispose"/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
