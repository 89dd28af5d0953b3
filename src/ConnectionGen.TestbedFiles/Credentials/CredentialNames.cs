namespace ConnectionGen.TestbedFiles;

/// <summary>Which credentials hold where.</summary>
public static class CredentialNames
{
    /// <summary>The names of the credentials that hold on a path, nearest first: its own, its device's, the testbed's, in all their forms.</summary>
    /// <param name="document">The testbed.</param>
    /// <param name="device">The device.</param>
    /// <param name="path">One of its paths; null for what holds for the device.</param>
    public static IReadOnlyList<string> Of(TestbedDocument document, DeviceNode device, PathNode? path = null)
    {
        var names = new List<string>();
        if (path is not null)
        {
            Add(names, path.Body.Mapping(TestbedKeys.Credentials));
            Add(names, CredentialBlocks.FromPath(path));
        }

        Add(names, device.Body.Mapping(TestbedKeys.Credentials));
        Add(names, CredentialBlocks.FromPasswords(device.Body, document.Testbed));
        Add(names, document.Testbed?.Mapping(TestbedKeys.Credentials));
        Add(names, CredentialBlocks.FromPasswords(document.Testbed));
        return names;
    }

    private static void Add(List<string> names, YamlMapping? block)
    {
        foreach (var entry in block?.Entries ?? [])
        {
            if (entry.Value is YamlMapping && !names.Contains(entry.Key.Text))
                names.Add(entry.Key.Text);
        }
    }
}
