namespace ConnectionGen.Simulation;

/// <summary>Mock data or a fault plan that cannot be loaded: not there, not YAML, not a map of states or faults, or two files of a folder with one state.</summary>
public sealed class MockDataException : Exception
{
    internal MockDataException(string file, int line, int column, string reason, Exception? inner = null)
        : base(line > 0 ? $"{file}({line},{column}): {reason}" : $"{file}: {reason}", inner)
    {
        File = file;
        Line = line;
        Column = column;
    }

    /// <summary>The file or folder as it was named to the loader.</summary>
    public string File { get; }

    /// <summary>The line, from 1; 0 where no line is to blame.</summary>
    public int Line { get; }

    /// <summary>The column, from 1; 0 where no line is to blame.</summary>
    public int Column { get; }
}
