using System.Collections.Immutable;
using ConnectionGen.TestbedFiles;
using Microsoft.CodeAnalysis;

namespace ConnectionGen.Analyzers;

/// <summary>A device whose paths are known when compiling.</summary>
/// <param name="Name">The device's name.</param>
/// <param name="Paths">The names of its paths, in file order.</param>
/// <param name="Item">Where it stands; null where only the compiled type is at hand.</param>
/// <param name="Node">What the file says of it; null where only the compiled type is at hand.</param>
internal sealed record KnownDevice(string Name, ImmutableArray<string> Paths, TestbedItem? Item, DeviceNode? Node)
{
    public static KnownDevice Of(TestbedItem item, DeviceNode node) => new(node.Name, [.. node.Paths.Select(path => path.Name)], item, node);

    /// <summary>Whether two are one device of one file.</summary>
    public bool IsSame(KnownDevice other) => Name == other.Name && Item?.Path == other.Item?.Path;

    /// <summary>Where the paths are declared, for messages; empty where unknown.</summary>
    public string Place => Node is null ? "" : $", see {Wording.Place(Declaration)}";

    public IEnumerable<Location> Locations => Item is null || Node is null ? [] : [Item.Locate(Declaration)];

    // The block that a missing path would stand in, else the device.
    private FileRange Declaration => (Node!.Body.Find("connections")?.Key ?? Node.Key).Range;
}
