namespace ConnectionGen;

/// <content>What the device is connected to.</content>
public partial class Device
{
    private InterfaceCollection? _interfaces;

    /// <summary>The interfaces that the testbed's topology gives the device, in file order, each found by its name or alias.</summary>
    /// <example><code>
    /// foreach (var port in device.Interfaces)
    ///     Console.WriteLine($"{port.Name} {port.IPv4Address}");
    /// </code></example>
    public virtual InterfaceCollection Interfaces => LazyInitializer.EnsureInitialized(ref _interfaces, () => new InterfaceCollection(this));

    /// <summary>The links that the device's interfaces are on, each once, in the order of its interfaces.</summary>
    /// <example><code>
    /// foreach (var link in lab.Phoenix.Links)
    ///     Console.WriteLine($"{link.Name} to {string.Join(", ", link.Devices)}");
    /// </code></example>
    public IReadOnlyList<Link> Links => [.. Interfaces.Select(static port => port.Link).OfType<Link>().Distinct()];

    /// <summary>The other devices on the device's links, each once.</summary>
    public IReadOnlyList<Device> RemoteDevices => [.. Links.SelectMany(static link => link.Devices).Where(device => device != this).Distinct()];

    /// <summary>The interfaces of other devices on the device's links, each once.</summary>
    public IReadOnlyList<Interface> RemoteInterfaces => [.. Links.SelectMany(static link => link.Interfaces).Where(port => port.DeviceName != Name)];

    internal TestbedTopology Topology { get; }

    /// <summary>The links that lead to another device; with the device itself, those that have two ends on it.</summary>
    /// <param name="other">The other device.</param>
    public IReadOnlyList<Link> LinksTo(Device other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var ends = other == this ? 2 : 1;
        return [.. Links.Where(link => link.Interfaces.Count(port => port.DeviceName == other.Name) >= ends)];
    }

    /// <summary>Whether it is the device's own alias in the testbed file, and not its name.</summary>
    /// <param name="text">A name or alias.</param>
    public bool IsAlias(string text) => text == DeviceAlias && text != Name;
}
