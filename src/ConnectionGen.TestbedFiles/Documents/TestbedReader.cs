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
        foreach (var entry in root?.Mapping(TestbedKeys.Devices)?.Entries ?? [])
            devices.Add(DeviceNode.From(entry));

        var document = new TestbedDocument(file, root, devices, problems);

        // in a faulty file what seems to be missing may stand in what could not be read
        if (!problems.Exists(static problem => problem.Severity == ProblemSeverity.Error))
            DefaultPathCheck.Run(document, problems);

        problems.Sort(static (a, b) => a.Range.Start.Offset.CompareTo(b.Range.Start.Offset));
        return document;
    }
}
