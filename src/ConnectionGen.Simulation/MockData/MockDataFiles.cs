namespace ConnectionGen.Simulation;

/// <summary>Files and folders to mock data; the states of all files of a folder are one name space.</summary>
internal static class MockDataFiles
{
    public static MockData Parse(string yaml, string name)
    {
        var warnings = new List<MockDataWarning>();
        var reader = new MockStateReader(name, new ReferencedFiles(Directory.GetCurrentDirectory()), warnings);
        reader.Read(yaml);
        return Checked(name, reader.States, warnings);
    }

    public static MockData Load(string path)
    {
        var warnings = new List<MockDataWarning>();
        var states = new Dictionary<string, ReadState>(StringComparer.Ordinal);
        foreach (var file in Files(path))
        {
            var reader = new MockStateReader(file, new ReferencedFiles(Path.GetDirectoryName(Path.GetFullPath(file))!), warnings);
            reader.Read(Text(file));
            foreach (var state in reader.States.Values)
            {
                if (!states.TryAdd(state.State.Name, state))
                {
                    var other = states[state.State.Name];
                    throw new MockDataException(file, state.Place.Line, state.Place.Column, $"the state '{state.State.Name}' is also at {other.File}({other.Place.Line},{other.Place.Column}); the files of a folder are one name space");
                }
            }
        }

        return Checked(path, states, warnings);
    }

    private static MockData Checked(string name, Dictionary<string, ReadState> states, List<MockDataWarning> warnings)
    {
        StateChecks.Run(states, warnings);
        return new MockData(name, states.Values.Select(state => state.State), warnings);
    }

    private static List<string> Files(string path)
    {
        if (!Directory.Exists(path))
        {
            return [path];
        }

        var files = Directory.EnumerateFiles(path)
            .Where(file => Path.GetExtension(file).ToUpperInvariant() is ".YAML" or ".YML")
            .Order(StringComparer.Ordinal)
            .ToList();
        return files.Count > 0 ? files : throw new MockDataException(path, 0, 0, "there is no .yaml file in this folder");
    }

    /// <summary>The text of a file.</summary>
    public static string Text(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new MockDataException(file, 0, 0, $"cannot be read: {error.Message}", error);
        }
    }
}
