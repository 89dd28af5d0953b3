using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ConnectionGen.Analyzers;

/// <summary>A path that could be added to a device in a testbed file; travels with the diagnostic to its fix.</summary>
/// <param name="File">The file, as the compiler got it.</param>
/// <param name="Device">The device.</param>
/// <param name="Path">The path that it does not have.</param>
internal sealed record MissingPath(string File, string Device, string Path)
{
    private const string FileKey = "file";
    private const string DeviceKey = "device";
    private const string PathKey = "path";

    /// <summary>Adds what the fix needs, where one device is meant and it stands in the project's own file.</summary>
    public static ImmutableDictionary<string, string?> AddTo(ImmutableDictionary<string, string?> properties, ImmutableArray<KnownDevice> devices, string path) =>
        devices is [{ Item: { } item, Node: { } node } only] && node.Key.Range.File == item.Path && path.Length > 0
            ? properties.Add(FileKey, item.Path).Add(DeviceKey, only.Name).Add(PathKey, path)
            : properties;

    public static MissingPath? From(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(FileKey, out var file) && diagnostic.Properties.TryGetValue(DeviceKey, out var device) && diagnostic.Properties.TryGetValue(PathKey, out var path)
            ? new MissingPath(file!, device!, path!)
            : null;
}
