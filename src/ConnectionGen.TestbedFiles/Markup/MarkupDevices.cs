namespace ConnectionGen.TestbedFiles;

/// <summary>The device that <c>self</c> means.</summary>
internal sealed record MarkupDevice(string Name, YamlMapping Body);

/// <summary>The devices of a file by name and alias.</summary>
internal sealed class MarkupDevices(YamlMapping root)
{
    private Dictionary<string, MarkupDevice>? _all;

    public MarkupDevice? Find(string name) => (_all ??= Index()).TryGetValue(name, out var found) ? found : null;

    private Dictionary<string, MarkupDevice> Index()
    {
        var all = new Dictionary<string, MarkupDevice>(StringComparer.Ordinal);
        var devices = root.Mapping(TestbedKeys.Devices)?.Entries ?? [];
        foreach (var entry in devices)
            all[entry.Key.Text] = new MarkupDevice(entry.Key.Text, entry.Value as YamlMapping ?? new YamlMapping([], entry.Value.Source, entry.Value.Start, entry.Value.End));

        foreach (var entry in devices)
        {
            if ((entry.Value as YamlMapping)?.Text("alias") is { } alias && !all.ContainsKey(alias))
                all.Add(alias, all[entry.Key.Text]);
        }

        return all;
    }
}
