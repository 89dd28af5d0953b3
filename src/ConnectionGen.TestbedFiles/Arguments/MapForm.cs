namespace ConnectionGen.TestbedFiles;

/// <summary>The form of an argument that is a map with any keys.</summary>
internal sealed class MapForm(ArgumentForm value) : ArgumentForm
{
    public override string Expected => "a map";

    internal override void Check(YamlNode node, string key, ArgumentFaults faults)
    {
        if (Map(node, key, faults) is not { } map)
            return;

        foreach (var entry in map.Entries)
            ListForm.CheckItem(entry.Value, $"{key}.{entry.Key.Text}", value, faults);
    }

    public override string ToString() => $"map({value})";
}
