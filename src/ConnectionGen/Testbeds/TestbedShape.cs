using System.ComponentModel;

namespace ConnectionGen;

/// <summary>The shape of a testbed file when it was compiled; made by generated code. A file that is loaded must have it, too, and may have more.</summary>
/// <param name="file">The file's path beside the program.</param>
/// <param name="devices">Its devices.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TestbedShape(string file, params DeviceShape[] devices)
{
    internal string File => file;

    /// <summary>Every difference that a program compiled against this shape would stumble over.</summary>
    internal IEnumerable<string> Differences(TestbedDescription loaded)
    {
        var byName = loaded.Devices.ToDictionary(device => device.Name, StringComparer.Ordinal);
        return devices.SelectMany(device => device.Differences(byName.GetValueOrDefault(device.Name)));
    }
}

/// <summary>The shape of a device when it was compiled; made by generated code.</summary>
/// <param name="name">Its name.</param>
/// <param name="alias"><c>defaults.alias</c>, or null.</param>
/// <param name="paths">Its paths.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DeviceShape(string name, string? alias, params PathShape[] paths)
{
    internal string Name => name;

    internal IEnumerable<string> Differences(DeviceDescription? loaded)
    {
        if (loaded is null)
        {
            yield return $"device '{name}' is missing";
            yield break;
        }

        if (alias is not null && loaded.Defaults.Alias != alias)
        {
            yield return $"the default alias of '{name}' is {(loaded.Defaults.Alias is { } other ? $"'{other}'" : "not set")}, not '{alias}'";
        }

        foreach (var path in paths)
        {
            if (!loaded.Paths.TryGetValue(path.Name, out var found))
            {
                yield return $"path '{path.Name}' of '{name}' is missing";
            }
            else if (path.Class is not null && (found.Class ?? loaded.Defaults.Class) != path.Class)
            {
                yield return $"the class of path '{path.Name}' of '{name}' is {((found.Class ?? loaded.Defaults.Class) is { } other ? $"'{other}'" : "not set")}, not '{path.Class}'";
            }
        }
    }
}

/// <summary>The shape of a path when it was compiled; made by generated code.</summary>
/// <param name="name">Its name.</param>
/// <param name="class">Its class, or the default one; null where none is named.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PathShape(string name, string? @class)
{
    internal string Name => name;

    internal string? Class => @class;
}
