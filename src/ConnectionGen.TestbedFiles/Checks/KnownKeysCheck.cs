namespace ConnectionGen.TestbedFiles;

/// <summary>CG2003: keys that the format does not know, where it knows them all.</summary>
internal static class KnownKeysCheck
{
    // every key of every device is looked up
    private static readonly HashSet<string> s_ofDevice = new(TestbedKeys.OfDevice, StringComparer.Ordinal);
    private static readonly HashSet<string> s_ofDefaults = new(TestbedKeys.OfDefaults, StringComparer.Ordinal);
    private static readonly HashSet<string> s_ofTestbed = new(TestbedKeys.OfTestbed, StringComparer.Ordinal);
    private static readonly HashSet<string> s_ofFile = new(TestbedKeys.OfFile, StringComparer.Ordinal);
    private static readonly string[] s_belongToTestbed = ["credentials", "servers", "custom", "tacacs", "passwords"];

    public static void Run(TestbedDocument document, ProblemList problems)
    {
        foreach (var key in Unknown(document.Root, s_ofFile))
        {
            // such names hold what the file's anchors share
            if (key.Text.Length > 0 && (key.Text[0] is '.' or '_' || key.Text.StartsWith("x-", StringComparison.Ordinal)))
                continue;

            problems.Warning("CG2003", key, Array.IndexOf(s_belongToTestbed, key.Text) >= 0
                ? $"'{key.Text}' has no meaning here; it belongs under 'testbed:'"
                : $"'{key.Text}' is no key of a testbed file{NearestName.Advice(key.Text, TestbedKeys.OfFile)}");
        }

        foreach (var key in Unknown(document.Testbed, s_ofTestbed))
            problems.Warning("CG2003", key, $"'{key.Text}' is no key of 'testbed'{NearestName.Advice(key.Text, TestbedKeys.OfTestbed)}");
    }

    public static void Device(DeviceNode device, ProblemList problems)
    {
        foreach (var key in Unknown(device.Body, s_ofDevice))
        {
            var near = NearestName.Find(key.Text, TestbedKeys.OfDevice);
            problems.Warning("CG2003", key, $"'{key.Text}' is no key of a device{(near is null ? "; what is your own goes under 'custom:'" : $"; did you mean '{near}'?")}");
        }

        // any other key may be an argument of the connection class
        foreach (var key in Unknown(device.Defaults, s_ofDefaults))
        {
            if (NearestName.Find(key.Text, TestbedKeys.OfDefaults) is { } near)
                problems.Warning("CG2003", key, $"'{key.Text}' is no key of 'defaults'; did you mean '{near}'?");
        }
    }

    private static IEnumerable<YamlScalar> Unknown(YamlMapping? map, HashSet<string> known)
    {
        foreach (var entry in map?.EntryArray ?? [])
        {
            if (!known.Contains(entry.Key.Text) && !Markup.IsIn(entry.Key.Text))
                yield return entry.Key;
        }
    }
}
