namespace ConnectionGen.Simulation;

/// <summary>
/// Finds what <c>file|mock_data/iosxe/boot.txt</c> names. The path is meant from a folder some levels above the mock data, so each
/// shorter end of it is tried from the data's own folder and from those above.
/// </summary>
internal sealed class ReferencedFiles(string folder)
{
    private const int LevelsUp = 4;

    public MockText? Find(string reference)
    {
        foreach (var path in Candidates(reference.Trim().Replace('\\', '/')))
        {
            if (File.Exists(path))
            {
                return Read(path);
            }
        }

        return null;
    }

    private static MockText? Read(string path)
    {
        try
        {
            return MockText.From(File.ReadAllBytes(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private IEnumerable<string> Candidates(string reference)
    {
        for (var end = reference; end.Length > 0; end = end.Contains('/', StringComparison.Ordinal) ? end[(end.IndexOf('/', StringComparison.Ordinal) + 1)..] : "")
        {
            var from = folder;
            for (var level = 0; level <= LevelsUp && from is not null; level++)
            {
                yield return Path.Combine(from, end);
                from = Path.GetDirectoryName(from);
            }
        }
    }
}
