namespace ConnectionGen.TestbedFiles;

/// <summary>CG2002, CG2004 and CG2008 for the blocks of the file: what must be a map is one, and there are devices.</summary>
internal static class StructureCheck
{
    /// <summary>Whether the file as a whole is a testbed.</summary>
    public static void File(YamlNode? root, YamlSource source, ProblemList problems)
    {
        if (root is null or YamlScalar { IsNull: true })
            problems.Add(new TestbedProblem("CG2002", ProblemSeverity.Error, source.Range(source.StartOf(0), source.StartOf(0)), "the file is empty; a testbed has at least 'devices:'"));
        else if (root is not YamlMapping)
            problems.Error("CG2008", root, $"a testbed file is a map with 'devices:'; this one is {Kind(root)}");
    }

    public static void Run(TestbedDocument document, ProblemList problems)
    {
        var root = document.Root!;
        foreach (var key in (string[])[TestbedKeys.Testbed, TestbedKeys.Devices, TestbedKeys.Topology])
            IsMap(root[key], key, null, problems);

        if (root.Find(TestbedKeys.Devices) is null && root.Find(TestbedKeys.Extends) is null)
        {
            var missing = root.Source.Range(root.Start, root.Entries.Count > 0 ? root.Entries[0].Key.End : root.Start);
            problems.Add(new TestbedProblem("CG2004", ProblemSeverity.Warning, missing, "the file has no 'devices:'"));
        }

        IsMap(document.Testbed?[TestbedKeys.Credentials], TestbedKeys.Credentials, null, problems);
        foreach (var entry in root.Mapping(TestbedKeys.Devices)?.Entries ?? [])
            Device(entry, problems);
    }

    private static void Device(YamlEntry device, ProblemList problems)
    {
        var name = device.Key.Text;
        if (device.Value is YamlScalar { IsNull: true })
            problems.Warning("CG2004", device.Key, $"nothing is said of device '{name}'");

        if (IsNoMap(device.Value))
            problems.Error("CG2008", device.Value, NoMap($"device '{name}'", device.Value));

        if (device.Value is not YamlMapping body)
            return;

        IsMap(body[TestbedKeys.Credentials], TestbedKeys.Credentials, name, problems);
        IsMap(body[TestbedKeys.Connections], TestbedKeys.Connections, name, problems);
        if (body.Find(TestbedKeys.Connections) is null)
            problems.Info("CG2004", device.Key, $"device '{name}' has no 'connections:', so nothing can connect to it");

        foreach (var path in body.Mapping(TestbedKeys.Connections)?.Entries ?? [])
        {
            // a list or text under such a name is said to be misplaced, which tells more
            if (IsNoMap(path.Value) && !TestbedKeys.NoPaths.Contains(path.Key.Text, StringComparer.Ordinal))
                problems.Error("CG2008", path.Value, NoMap(path.Key.Text == TestbedKeys.Defaults ? $"'defaults' of device '{name}'" : $"path '{path.Key.Text}' of device '{name}'", path.Value));
        }
    }

    private static void IsMap(YamlNode? node, string key, string? device, ProblemList problems)
    {
        if (node is not null && IsNoMap(node))
            problems.Error("CG2008", node, NoMap(device is null ? $"'{key}'" : $"'{key}' of device '{device}'", node));
    }

    // an empty value is a block still to be filled, and a markup may stand for a whole block
    private static bool IsNoMap(YamlNode node) =>
        node is not (YamlMapping or YamlScalar { IsNull: true }) && !(node is YamlScalar text && Markup.IsIn(text.Text));

    private static string NoMap(string what, YamlNode node) => $"{what} must be a map ('key: value' lines below it); this is {Kind(node)}";

    private static string Kind(YamlNode node) => node is YamlSequence ? "a list" : "a single value";
}
