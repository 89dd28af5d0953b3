namespace ConnectionGen.TestbedFiles;

/// <summary>What a map's entries come to: of duplicates the last, and what <c>&lt;&lt;</c> brings in.</summary>
internal static class MapEntries
{
    private const string MergeKey = "<<";

    // below this comparing all with all is faster than a set
    private const int Few = 16;

    public static YamlEntry[] Complete(YamlEntry[] entries, List<TestbedProblem> problems)
    {
        if (Array.Exists(entries, IsMerge))
            entries = Merged(entries, problems);

        return HasDuplicate(entries) ? WithoutDuplicates(entries, problems) : entries;
    }

    private static bool IsMerge(YamlEntry entry) => entry.Key.Text == MergeKey && entry.Key.IsPlain;

    private static bool HasDuplicate(YamlEntry[] entries)
    {
        if (entries.Length > Few)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            return !Array.TrueForAll(entries, entry => seen.Add(entry.Key.Text));
        }

        for (var i = 1; i < entries.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (entries[i].Key.Text == entries[j].Key.Text)
                    return true;
            }
        }

        return false;
    }

    private static YamlEntry[] WithoutDuplicates(YamlEntry[] entries, List<TestbedProblem> problems)
    {
        var kept = new Dictionary<string, YamlEntry>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (kept.TryGetValue(entry.Key.Text, out var first))
            {
                problems.Add(new TestbedProblem("CG2010", ProblemSeverity.Warning, entry.Key.Range,
                    $"'{entry.Key.Text}' stands here a second time; what line {first.Key.Range.Start.Line} says of it is lost") { Related = first.Key.Range });
            }

            kept[entry.Key.Text] = entry;
        }

        return [.. entries.Where(entry => ReferenceEquals(kept[entry.Key.Text].Key, entry.Key))];
    }

    /// <summary>The map's own entries win over merged ones, and of several merged maps the first.</summary>
    private static YamlEntry[] Merged(YamlEntry[] entries, List<TestbedProblem> problems)
    {
        var own = Array.FindAll(entries, static entry => !IsMerge(entry));
        var taken = new HashSet<string>(own.Select(static entry => entry.Key.Text), StringComparer.Ordinal);
        var merged = new List<YamlEntry>();
        foreach (var map in entries.Where(IsMerge).SelectMany(entry => Sources(entry, problems)))
        {
            foreach (var entry in map.Entries)
            {
                if (taken.Add(entry.Key.Text))
                    merged.Add(entry);
            }
        }

        merged.AddRange(own);
        return [.. merged];
    }

    private static IEnumerable<YamlMapping> Sources(YamlEntry merge, List<TestbedProblem> problems)
    {
        foreach (var node in merge.Value is YamlSequence list ? list.Items : [merge.Value])
        {
            if (node is YamlMapping map)
                yield return map;
            else
                problems.Add(new TestbedProblem("CG2001", ProblemSeverity.Error, node.Range, "'<<' merges maps, given as *name or [*name, *name]; this is none"));
        }
    }
}
