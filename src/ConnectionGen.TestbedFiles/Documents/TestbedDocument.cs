namespace ConnectionGen.TestbedFiles;

/// <summary>A testbed file as it was read: what was understood, and what is wrong with it.</summary>
public sealed class TestbedDocument
{
    private TopologyNode? _topology;

    internal TestbedDocument(string file, YamlMapping? root, IReadOnlyList<DeviceNode> devices, IReadOnlyList<string> otherFiles, bool isComplete)
    {
        OtherFiles = otherFiles;
        File = file;
        Root = root;
        Devices = devices;
        IsComplete = isComplete;
        Problems = [];
    }

    /// <summary>The file as it was named to the reader.</summary>
    public string File { get; }

    /// <summary>The whole file; null where it is not a map or could not be read at all.</summary>
    public YamlMapping? Root { get; }

    /// <summary><c>testbed.name</c>, or the file's name without <c>CONFIG.</c> in front and its extension.</summary>
    public string Name => Testbed?.Text("name") ?? TestbedName.FromFile(File);

    /// <summary>The <c>testbed:</c> block, or null.</summary>
    public YamlMapping? Testbed => Root?.Mapping(TestbedKeys.Testbed);

    /// <summary>The devices in file order. From a broken file: all that could be read, a device in which a fault stands with what was read of it before.</summary>
    public IReadOnlyList<DeviceNode> Devices { get; }

    /// <summary>The interfaces of the devices and the links between them.</summary>
    public TopologyNode Topology => _topology ??= TopologyNode.Of(this);

    /// <summary>False where the file names others (<c>extends</c>, <c>%INCLUDE{…}</c>) that were not read; what refers to them is then not judged.</summary>
    public bool IsComplete { get; }

    /// <summary>The files that this one extends or includes, and those that they do, as far as they were found.</summary>
    public IReadOnlyList<string> OtherFiles { get; }

    /// <summary>What is wrong with the file given the connection classes that a program has: <see cref="Problems"/>, and what it says of classes and their arguments.</summary>
    /// <param name="classes">The classes.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    public IReadOnlyList<TestbedProblem> ProblemsWith(ConnectionClassSet classes, CancellationToken cancellationToken = default)
    {
        if (!IsComplete || !IsSound)
            return Problems;

        var all = new ProblemList();
        all.AddRange(Problems);
        new ClassCheck(this, classes, all).Run(cancellationToken);
        return all.InOrder(File);
    }

    /// <summary>Whether the text could be read without a fault, so that what is missing is missing indeed.</summary>
    internal bool IsSound { get; set; }

    /// <summary>Everything wrong with the file in file order, then what is wrong with files that it extends or includes.</summary>
    public IReadOnlyList<TestbedProblem> Problems { get; internal set; }
}

internal static class TestbedName
{
    public static string FromFile(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        return name.StartsWith("CONFIG.", StringComparison.Ordinal) ? name.Substring("CONFIG.".Length) : name;
    }
}
