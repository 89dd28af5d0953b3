using System.Runtime.CompilerServices;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen.Analyzers;

/// <summary>The names under which a testbed's devices are looked up: their own, their <c>alias:</c>, and those of their generated types. Made once a version of a file.</summary>
internal sealed class DeviceNames
{
    private static readonly ConditionalWeakTable<TestbedDocument, DeviceNames> s_known = new();

    private readonly Dictionary<string, DeviceNode> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DeviceNode> _byType = new(StringComparer.Ordinal);
    private readonly ILookup<string, DeviceNode> _byNearType;

    private DeviceNames(TestbedDocument document)
    {
        var members = MemberNames.Distinct(document.Devices.Select(device => device.Name), taken: [], "Device");
        foreach (var device in document.Devices)
        {
            Add(_byName, device.Name, device);
            Add(_byType, members[device.Name] + "Device", device);
        }

        foreach (var device in document.Devices)
        {
            if (device.Body.Text("alias") is { } alias)
            {
                Add(_byName, alias, device);
            }
        }

        _byNearType = document.Devices.ToLookup(device => members[device.Name].TrimEnd('_') + "Device", StringComparer.Ordinal);
    }

    public static DeviceNode? Find(TestbedItem item, string name) => Known(item)._byName.TryGetValue(name, out var device) ? device : null;

    /// <summary>The device of a generated type, or null.</summary>
    public static DeviceNode? OfType(TestbedItem item, string type)
    {
        var known = Known(item);

        // A name that meets a member of the class has more underscores than its neighbours in the file ask for.
        return known._byType.TryGetValue(type, out var exact) ? exact
            : known._byNearType[type.Replace("_Device", "Device")].Take(2).ToArray() is [var only] ? only
            : null;
    }

    public static IEnumerable<string> Of(TestbedItem item) =>
        item.Document.Devices.Select(device => device.Name).Concat(item.Document.Devices.Select(device => device.Body.Text("alias")).OfType<string>());

    private static DeviceNames Known(TestbedItem item) => s_known.GetValue(item.Document, document => new DeviceNames(document));

    private static void Add(Dictionary<string, DeviceNode> devices, string name, DeviceNode device)
    {
        if (!devices.ContainsKey(name))
        {
            devices.Add(name, device);
        }
    }
}
