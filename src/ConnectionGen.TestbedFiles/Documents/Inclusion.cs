namespace ConnectionGen.TestbedFiles;

/// <summary>Puts other files' content in the place of <c>%INCLUDE{file}</c>.</summary>
internal sealed class Inclusion(FileSet files, string file)
{
    // aliases lead to one node from many places
    private readonly Dictionary<YamlNode, YamlNode> _done = [];

    public YamlNode In(YamlNode node)
    {
        if (_done.TryGetValue(node, out var known))
            return known;

        return _done[node] = node switch
        {
            YamlScalar scalar => InText(scalar),
            YamlSequence list => InList(list),
            YamlMapping map => InMap(map),
            _ => node,
        };
    }

    private YamlNode InText(YamlScalar scalar)
    {
        foreach (var part in Markup.Find(scalar.Text))
        {
            if (part.Kind == MarkupKind.Include && part.Length == scalar.Text.Length && part.Argument.Length > 0)
                return files.Other(scalar, part.Argument.Trim('\'', '"'), file) ?? scalar;
        }

        return scalar;
    }

    private YamlSequence InList(YamlSequence list)
    {
        var items = list.Items.Select(In).ToArray();
        return items.SequenceEqual(list.Items) ? list : new YamlSequence(items, list.Source, list.Start, list.End);
    }

    private YamlMapping InMap(YamlMapping map)
    {
        var entries = map.Entries.Select(entry => In(entry.Value) is var value && ReferenceEquals(value, entry.Value) ? entry : new YamlEntry(entry.Key, value)).ToArray();
        return entries.SequenceEqual(map.Entries) ? map : new YamlMapping(entries, map.Source, map.Start, map.End);
    }
}
