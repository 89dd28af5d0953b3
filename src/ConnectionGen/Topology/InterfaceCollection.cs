using System.ComponentModel;

namespace ConnectionGen;

/// <summary>The interfaces of a device, in the testbed file's order. A testbed class has a member for each that the compiled file has.</summary>
/// <example><code>
/// Interface uplink = device.Interfaces["uplink"];          // by name or by alias
/// foreach (var port in lab.Phoenix.Interfaces)
///     Console.WriteLine($"{port.Name}: {port.IPv4Address}");
/// Interface typed = lab.Phoenix.Interfaces.Ethernet4_1;    // Ethernet4/1
/// </code></example>
public class InterfaceCollection : NamedCollection<Interface>
{
    private readonly string _device;

    /// <summary>For generated testbed classes.</summary>
    /// <param name="device">The device.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal InterfaceCollection(Device device)
        : base(Of(device)) => _device = device.Name;

    private protected override string NameOf(Interface item) => item.Name;

    private protected override string AliasOf(Interface item) => item.Alias;

    private protected override string Missing(string name) => $"Device '{_device}' has no interface '{name}'";

    private static IReadOnlyList<Interface> Of(Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        return device.Topology.InterfacesOf(device.Name);
    }
}
