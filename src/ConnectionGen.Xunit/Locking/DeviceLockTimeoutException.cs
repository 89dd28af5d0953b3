namespace ConnectionGen.Xunit;

/// <summary>A test waited too long for a device that another test holds.</summary>
public sealed class DeviceLockTimeoutException : TimeoutException
{
    internal DeviceLockTimeoutException(string device, string? holder, TimeSpan limit)
        : base($"Waited {limit.TotalSeconds:0.###} s for device '{device}', which {(holder is null ? "another caller" : $"test '{holder}'")} holds. Dispose of its lock earlier, or wait longer: LockAsync(devices, limit).")
    {
        Device = device;
        Holder = holder;
    }

    /// <summary>The device's name.</summary>
    public string Device { get; }

    /// <summary>The test that holds it; null where it is no test.</summary>
    public string? Holder { get; }
}
