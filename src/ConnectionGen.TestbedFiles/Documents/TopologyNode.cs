namespace ConnectionGen.TestbedFiles;

/// <summary>The <c>topology:</c> block of a testbed file: which interfaces the devices have, and what links are called.</summary>
public sealed class TopologyNode
{
    private static readonly YamlEntry[] s_nothing = [];

    private readonly Dictionary<string, IReadOnlyList<InterfaceNode>> _interfaces = new(StringComparer.Ordinal);

    private TopologyNode(IReadOnlyList<YamlEntry> links) => DescribedLinks = links;

    /// <summary>The links that have a description of their own, under <c>links:</c>, in file order.</summary>
    public IReadOnlyList<YamlEntry> DescribedLinks { get; }

    /// <summary>A device's interfaces in file order; empty where the topology has none.</summary>
    /// <param name="device">The device's name.</param>
    public IReadOnlyList<InterfaceNode> InterfacesOf(string device) => _interfaces.TryGetValue(device, out var found) ? found : [];

    internal static TopologyNode Of(TestbedDocument document)
    {
        var root = document.Root?.Mapping(TestbedKeys.Topology);
        var topology = new TopologyNode(root?.Mapping(TestbedKeys.Links)?.Entries ?? s_nothing);
        if (root is null)
            return topology;

        var owners = Owners(document.Devices);
        foreach (var block in root.Entries)
        {
            if (block.Key.Text != TestbedKeys.Links && owners.TryGetValue(block.Key.Text, out var owner)
                && (block.Value as YamlMapping)?.Mapping(TestbedKeys.Interfaces) is { } interfaces)
                topology.Add(owner, interfaces);
        }

        return topology;
    }

    /// <summary>What a device's block may be called: by its name, or else by its alias.</summary>
    private static Dictionary<string, string> Owners(IReadOnlyList<DeviceNode> devices)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var device in devices)
            owners[device.Name] = device.Name;

        foreach (var device in devices)
        {
            if (device.Body.Text("alias") is { } alias && !owners.ContainsKey(alias))
                owners.Add(alias, device.Name);
        }

        return owners;
    }

    // a device may have two blocks, one under its name and one under its alias
    private void Add(string device, YamlMapping interfaces)
    {
        var first = InterfacesOf(device);
        var known = new HashSet<string>(first.Select(static one => one.Name), StringComparer.Ordinal);
        _interfaces[device] = [.. first, .. interfaces.Entries.Where(entry => !known.Contains(entry.Key.Text)).Select(InterfaceNode.From)];
    }
}

/// <summary>An interface of a device.</summary>
public sealed class InterfaceNode
{
    private InterfaceNode(YamlScalar key, YamlMapping body)
    {
        Key = key;
        Body = body;
    }

    internal static InterfaceNode From(YamlEntry entry) =>
        new(entry.Key, entry.Value as YamlMapping ?? new YamlMapping([], entry.Value.Source, entry.Value.Start, entry.Value.End));

    /// <summary>The interface's name where it stands.</summary>
    public YamlScalar Key { get; }

    /// <summary>Everything said of the interface; empty where nothing is.</summary>
    public YamlMapping Body { get; }

    /// <summary>The interface's name.</summary>
    public string Name => Key.Text;

    /// <summary>The link that the interface is an end of; null where it is on none, or something else than a single value stands there.</summary>
    public YamlScalar? Link => Body["link"] is YamlScalar { IsNull: false } link ? link : null;
}
