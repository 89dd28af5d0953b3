namespace ConnectionGen.TestbedFiles;

/// <summary>A field of a <see cref="RecordForm"/>.</summary>
internal sealed record RecordField(string Key, bool IsOptional, ArgumentForm Form);

/// <summary>The form of an argument that is a block with keys of its own.</summary>
internal sealed class RecordForm(IReadOnlyList<RecordField> fields) : ArgumentForm
{
    public override string Expected => "a map with " + string.Join(", ", Keys);

    private IEnumerable<string> Keys => fields.Select(static one => one.Key);

    internal override void Check(YamlNode node, string key, ArgumentFaults faults)
    {
        if (Map(node, key, faults) is not { } map)
            return;

        foreach (var entry in map.Entries)
        {
            if (fields.FirstOrDefault(field => field.Key == entry.Key.Text) is { } known)
                known.Form.Check(entry.Value, $"{key}.{entry.Key.Text}", faults);
            else
                faults.Unknown(entry.Key, key, [.. Keys]);
        }

        foreach (var field in fields)
        {
            if (!field.IsOptional && map[field.Key] is null or YamlScalar { IsNull: true })
                faults.Missing(map.Find(field.Key)?.Key ?? (map.Entries.Count > 0 ? map.Entries[0].Key : node), key, field.Key);
        }
    }

    public override string ToString() => $"record({string.Join(";", fields.Select(static field => $"{field.Key}{(field.IsOptional ? "?" : "")}={field.Form}"))})";
}
