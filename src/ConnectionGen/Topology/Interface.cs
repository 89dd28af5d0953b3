using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen;

/// <summary>An interface of a device, as the topology of the testbed file describes it. Values are resolved when they are read.</summary>
/// <example><code>
/// foreach (var port in lab.Phoenix.Interfaces)
///     Console.WriteLine($"{port.Name} {port.IPv4Address} -> {string.Join(", ", port.RemoteInterfaces)}");
/// </code></example>
[DebuggerDisplay("{ToString(),nq}")]
[SuppressMessage("Naming", "CA1716", Justification = "It is what the thing is called in this field, and in testbed files.")]
public sealed class Interface
{
    private readonly InterfaceNode _node;
    private readonly WeakReference<Device> _device;
    private readonly string _deviceName;
    private readonly ValueScope _scope;

    internal Interface(InterfaceNode node, WeakReference<Device> device, string deviceName, ValueScope scope)
    {
        _node = node;
        _device = device;
        _deviceName = deviceName;
        _scope = scope;
    }

    /// <summary>The name, unique on its device.</summary>
    public string Name => _node.Name;

    /// <summary>The other name, <c>alias</c>; the name where it has none.</summary>
    public string Alias => this["alias"] ?? Name;

    /// <summary>The type, such as <c>ethernet</c> or <c>loopback</c>; null where none is named.</summary>
    public string? Type => this["type"];

    /// <summary>The class that the file names for it, which has no meaning here; null where none is named.</summary>
    public string? Class => this["class"];

    /// <summary>The device that has it.</summary>
    /// <exception cref="ObjectDisposedException">It was collected: hold its testbed while you use its interfaces.</exception>
    public Device Device => _device.TryGetTarget(out var device)
        ? device
        : throw new ObjectDisposedException(_deviceName, $"Device '{_deviceName}' was collected; hold its testbed while you use its interfaces.");

    /// <summary>The link that it is an end of; null where it is on none.</summary>
    public Link? Link { get; internal set; }

    /// <summary>The first IPv4 address; null where it has none.</summary>
    /// <exception cref="TestbedValueException">It is no address, or its markup gives nothing.</exception>
    public InterfaceAddress? IPv4Address => IPv4Addresses is [var first, ..] ? first : null;

    /// <summary>The IPv4 addresses, <c>ipv4</c>: one or a list, with mask or without.</summary>
    /// <exception cref="TestbedValueException">One is no address, or its markup gives nothing.</exception>
    public IReadOnlyList<InterfaceAddress> IPv4Addresses => _scope.Addresses(_node.Body, "ipv4", AddressFamily.InterNetwork);

    /// <summary>The first IPv6 address; null where it has none.</summary>
    /// <exception cref="TestbedValueException">It is no address, or its markup gives nothing.</exception>
    public InterfaceAddress? IPv6Address => IPv6Addresses is [var first, ..] ? first : null;

    /// <summary>The IPv6 addresses, <c>ipv6</c>: one or a list, with mask or without.</summary>
    /// <exception cref="TestbedValueException">One is no address, or its markup gives nothing.</exception>
    public IReadOnlyList<InterfaceAddress> IPv6Addresses => _scope.Addresses(_node.Body, "ipv6", AddressFamily.InterNetworkV6);

    /// <summary>The other ends of its link, also those on its own device; none where it is on no link.</summary>
    public IReadOnlyList<Interface> RemoteInterfaces => Link is null ? [] : [.. Link.Interfaces.Where(end => end != this)];

    /// <summary>The other devices on its link, each once.</summary>
    /// <exception cref="ObjectDisposedException">One was collected: hold the testbed.</exception>
    public IReadOnlyList<Device> RemoteDevices => Link is null ? [] : [.. Link.Devices.Where(device => device != Device)];

    /// <summary>What stands below <c>custom</c>.</summary>
    public TestbedValue Custom => Value("custom");

    /// <summary>The text under any key, such as <c>speed</c> or <c>description</c>; null where there is none.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="TestbedValueException">It is not a single value, or its markup gives nothing.</exception>
    public string? this[string key] => _scope.Text(_node.Body, key);

    /// <summary>The keys that are given.</summary>
    public IEnumerable<string> Keys => _node.Body.Entries.Select(static entry => entry.Key.Text);

    /// <summary>Where its name stands in the testbed file.</summary>
    public FileRange? Range => _node.Key.Range;

    internal string DeviceName => _deviceName;

    /// <summary>The value under any key, also a list or a map.</summary>
    /// <param name="key">The key.</param>
    public TestbedValue Value(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(_node.Body[key], key, _scope);
    }

    /// <summary>Whether it is the interface's alias, and not its name.</summary>
    /// <param name="text">A name or alias.</param>
    public bool IsAlias(string text) => text == Alias && text != Name;

    /// <summary>Device and interface: <c>phoenix Ethernet4/1</c>.</summary>
    public override string ToString() => $"{_deviceName} {Name}";
}
