namespace ConnectionGen.TestbedFiles;

/// <summary>A testbed file as it was read: what was understood, and what is wrong with it.</summary>
public sealed class TestbedDocument
{
    internal TestbedDocument(string file, YamlMapping? root, IReadOnlyList<DeviceNode> devices, IReadOnlyList<TestbedProblem> problems)
    {
        File = file;
        Root = root;
        Devices = devices;
        Problems = problems;
    }

    /// <summary>The file as it was named to the reader.</summary>
    public string File { get; }

    /// <summary>The whole file; null where it is not a map or could not be read at all.</summary>
    public YamlMapping? Root { get; }

    /// <summary><c>testbed.name</c>, or the file's name without <c>CONFIG.</c> in front and its extension.</summary>
    public string Name => Testbed?.Text("name") ?? TestbedName.FromFile(File);

    /// <summary>The <c>testbed:</c> block, or null.</summary>
    public YamlMapping? Testbed => Root?.Mapping("testbed");

    /// <summary>The devices in file order. From a broken file: all that could be read, a device in which a fault stands with what was read of it before.</summary>
    public IReadOnlyList<DeviceNode> Devices { get; }

    /// <summary>Everything wrong with the file, in file order.</summary>
    public IReadOnlyList<TestbedProblem> Problems { get; }
}

internal static class TestbedName
{
    public static string FromFile(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        return name.StartsWith("CONFIG.", StringComparison.Ordinal) ? name.Substring("CONFIG.".Length) : name;
    }
}
