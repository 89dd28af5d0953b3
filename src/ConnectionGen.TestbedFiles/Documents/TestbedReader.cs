namespace ConnectionGen.TestbedFiles;

/// <summary>Reads a testbed file. The runtime, the generator, the analyzers and the tool read with it and with nothing else, so that they never disagree.</summary>
public static class TestbedReader
{
    /// <summary>
    /// Reads one file by itself; whatever the text holds, a document comes back, and what is wrong stands in its <see cref="TestbedDocument.Problems"/>.
    /// Files that it extends or includes are not looked for, so <see cref="TestbedDocument.IsComplete"/> is false where it names any.
    /// </summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">The file's name, as positions and messages shall show it.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static TestbedDocument Read(string text, string file, CancellationToken cancellationToken = default) => Read(text, file, null, cancellationToken);

    /// <summary>Reads a file together with those that it names by <c>extends</c> and <c>%INCLUDE{…}</c>.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">The file's name, as positions and messages shall show it; names of other files are relative to its folder.</param>
    /// <param name="readFile">The text of another file by its name, the folder of the naming file in front; null where there is none. A null function leaves other files unread.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static TestbedDocument Read(string text, string file, Func<string, string?>? readFile, CancellationToken cancellationToken = default) => Read(text, file, readFile, null, cancellationToken);

    /// <summary>Reads a file together with those that it names, and asks for the blocks that <c>%CALLABLE{…}</c> stands for.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">The file's name, as positions and messages shall show it; names of other files are relative to its folder.</param>
    /// <param name="readFile">The text of another file by its name, the folder of the naming file in front; null where there is none. A null function leaves other files unread.</param>
    /// <param name="call">What a call stands for, at the value that names it; without it such a block stays a text. What it throws is thrown on.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static TestbedDocument Read(string text, string file, Func<string, string?>? readFile, Func<YamlScalar, MarkupCall, YamlNode>? call, CancellationToken cancellationToken = default)
    {
        var problems = new ProblemList();
        var document = Content(text, file, readFile, call, problems, cancellationToken);
        if (document.IsSound)
            DocumentChecks.Run(document, problems, cancellationToken);

        document.Problems = problems.InOrder(file);
        return document;
    }

    /// <summary>
    /// Reads a file together with those that it names, and judges nothing that it says: for who needs what the file holds, and leaves to others what is wrong with it.
    /// <see cref="TestbedDocument.Problems"/> has only what keeps the text from being read.
    /// </summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">The file's name; names of other files are relative to its folder.</param>
    /// <param name="readFile">The text of another file by its name, the folder of the naming file in front; null where there is none. A null function leaves other files unread.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static TestbedDocument ReadContent(string text, string file, Func<string, string?>? readFile, CancellationToken cancellationToken = default)
    {
        var problems = new ProblemList();
        var document = Content(text, file, readFile, null, problems, cancellationToken);
        document.Problems = problems.InOrder(file);
        return document;
    }

    private static TestbedDocument Content(
        string text, string file, Func<string, string?>? readFile, Func<YamlScalar, MarkupCall, YamlNode>? call, ProblemList problems, CancellationToken cancellationToken)
    {
        var files = new FileSet(readFile, problems, cancellationToken);
        var root = files.ReadWhole(text, file);
        if (root is not null && files.MayHaveBlockMarkup)
            root = new BlockMarkup(root, problems, call, cancellationToken).Run();

        var devices = new List<DeviceNode>();
        foreach (var entry in root?.Mapping(TestbedKeys.Devices)?.Entries ?? [])
            devices.Add(DeviceNode.From(entry));

        return new TestbedDocument(file, root, devices.ToArray(), files.OtherFiles, files.IsComplete)
        {
            // in a faulty file what seems to be missing may stand in what could not be read
            IsSound = root is not null && !problems.HasError,
        };
    }
}
