namespace ConnectionGen.TestbedFiles;

/// <summary>Reads a testbed file. The runtime, the generator, the analyzers and the tool read with it and with nothing else, so that they never disagree.</summary>
public static class TestbedReader
{
    /// <summary>Reads a testbed; whatever the text holds, a document comes back, and what is wrong stands in its <see cref="TestbedDocument.Problems"/>.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">The file's name, as positions and messages shall show it.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static TestbedDocument Read(string text, string file, CancellationToken cancellationToken = default)
    {
        var problems = new List<TestbedProblem>();
        var root = YamlText.Read(text, file, problems, cancellationToken) as YamlMapping;
        var devices = new List<DeviceNode>();
        foreach (var entry in root?.Mapping("devices")?.Entries ?? [])
        {
            if (entry.Value is YamlMapping body)
            {
                devices.Add(new DeviceNode(entry.Key, body, [.. Paths(body)]));
            }
        }

        return new TestbedDocument(file, root, devices, problems);
    }

    private static IEnumerable<PathNode> Paths(YamlMapping device)
    {
        foreach (var entry in device.Mapping("connections")?.Entries ?? [])
        {
            if (entry.Key.Text != "defaults")
            {
                yield return new PathNode(entry.Key, entry.Value as YamlMapping ?? new YamlMapping([], entry.Value.Range));
            }
        }
    }
}
