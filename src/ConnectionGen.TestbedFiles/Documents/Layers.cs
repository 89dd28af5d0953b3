namespace ConnectionGen.TestbedFiles;

/// <summary>Lays one file's values over another's, as <c>extends</c> does.</summary>
internal static class Layers
{
    private const string ListBegin = "%EXTEND_LIST{";

    /// <summary>Maps are laid over each other key by key, everything else is replaced; <c>%EXTEND_LIST{key}</c> adds to the list below.</summary>
    public static YamlMapping Merge(YamlMapping below, YamlMapping above)
    {
        var order = new List<string>();
        var merged = new Dictionary<string, YamlEntry>(StringComparer.Ordinal);
        foreach (var entry in below.Entries)
        {
            order.Add(entry.Key.Text);
            merged[entry.Key.Text] = entry;
        }

        foreach (var entry in above.Entries)
        {
            var laid = ListKey(entry.Key.Text) is { } list ? Longer(merged, list, entry) : Over(merged, entry);
            if (!merged.ContainsKey(laid.Key.Text))
                order.Add(laid.Key.Text);

            merged[laid.Key.Text] = laid;
        }

        return new YamlMapping([.. order.Select(key => merged[key])], above.Source, above.Start, above.End);
    }

    private static YamlEntry Over(Dictionary<string, YamlEntry> below, YamlEntry above) =>
        below.TryGetValue(above.Key.Text, out var other) && other.Value is YamlMapping under && above.Value is YamlMapping over
            ? new YamlEntry(above.Key, Merge(under, over))
            : above;

    private static YamlEntry Longer(Dictionary<string, YamlEntry> below, string list, YamlEntry above)
    {
        var first = below.TryGetValue(list, out var other) && other.Value is YamlSequence under ? under.Items : [];
        var more = above.Value is YamlSequence over ? over.Items : [above.Value];
        return new YamlEntry(above.Key.WithText(list), new YamlSequence([.. first, .. more], above.Value.Source, above.Value.Start, above.Value.End));
    }

    /// <summary>The key whose list <c>%EXTEND_LIST{key}</c> adds to; null for any other key.</summary>
    public static string? ListKey(string key) =>
        key.StartsWith(ListBegin, StringComparison.Ordinal) && key.EndsWith("}", StringComparison.Ordinal)
            ? key.Substring(ListBegin.Length, key.Length - ListBegin.Length - 1).Trim()
            : null;
}
