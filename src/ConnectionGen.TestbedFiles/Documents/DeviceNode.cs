namespace ConnectionGen.TestbedFiles;

/// <summary>A device of a testbed file.</summary>
public sealed class DeviceNode
{
    internal DeviceNode(YamlScalar key, YamlMapping body, IReadOnlyList<PathNode> paths)
    {
        Key = key;
        Body = body;
        Paths = paths;
    }

    internal static DeviceNode From(YamlEntry entry)
    {
        var body = entry.Value as YamlMapping ?? Nothing(entry.Value);
        var paths = new List<PathNode>();
        foreach (var path in body.Mapping(TestbedKeys.Connections)?.Entries ?? [])
        {
            if (path.Key.Text != TestbedKeys.Defaults)
                paths.Add(new PathNode(path.Key, path.Value as YamlMapping ?? Nothing(path.Value), path.Value is YamlMapping or YamlScalar { IsNull: true }));
        }

        return new DeviceNode(entry.Key, body, paths.ToArray());
    }

    private static YamlMapping Nothing(YamlNode instead) => new([], instead.Source, instead.Start, instead.End);

    /// <summary>The device's name where it stands.</summary>
    public YamlScalar Key { get; }

    /// <summary>Everything said of the device.</summary>
    public YamlMapping Body { get; }

    /// <summary>The device's name.</summary>
    public string Name => Key.Text;

    /// <summary>The <c>connections.defaults</c> block, or null.</summary>
    public YamlMapping? Defaults => Body.Mapping(TestbedKeys.Connections)?.Mapping(TestbedKeys.Defaults);

    /// <summary>Whether there is a path of a name.</summary>
    /// <param name="name">The name, compared ordinally.</param>
    public bool HasPath(string name) => name != TestbedKeys.Defaults && Body.Mapping(TestbedKeys.Connections)?.Find(name) is not null;

    /// <summary>The ways to reach the device: every entry under <c>connections:</c> but <c>defaults</c>.</summary>
    public IReadOnlyList<PathNode> Paths { get; }
}

/// <summary>A named way to reach a device.</summary>
public sealed class PathNode
{
    internal PathNode(YamlScalar key, YamlMapping body, bool isWhole)
    {
        IsWhole = isWhole;
        Key = key;
        Body = body;
    }

    /// <summary>The path's name where it stands.</summary>
    public YamlScalar Key { get; }

    /// <summary>Everything said of the path; empty where nothing is.</summary>
    public YamlMapping Body { get; }

    /// <summary>False where something else than a map stands for the path, such as a markup.</summary>
    internal bool IsWhole { get; }

    /// <summary>The path's name.</summary>
    public string Name => Key.Text;
}
