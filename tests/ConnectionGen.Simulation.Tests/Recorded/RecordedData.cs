namespace ConnectionGen.Simulation.Tests;

/// <summary>Dialogues of real systems that this project did not write; tests over them are skipped where they are not at hand.</summary>
internal static class RecordedData
{
    private static string? Folder { get; } = Find();

    public static IReadOnlyList<string> Files => Folder is null ? [] : [.. Directory.EnumerateFiles(Folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> Systems => Folder is null ? [] : [.. Directory.EnumerateDirectories(Folder).Order(StringComparer.Ordinal)];

    public static string Path(string name)
    {
        Assert.SkipWhen(Folder is null, "the recorded dialogues (shared/mock-data beside the repository) are not on this machine");
        return System.IO.Path.Combine(Folder!, name);
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = System.IO.Path.Combine(folder.FullName, "shared", "mock-data");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
