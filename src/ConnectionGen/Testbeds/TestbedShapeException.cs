namespace ConnectionGen;

/// <summary>A testbed file lacks devices, paths or classes of the one that the program was compiled against; the message names every difference.</summary>
public sealed class TestbedShapeException : ConnectionGenException
{
    internal TestbedShapeException(string file, string compiled, IReadOnlyList<string> differences)
        : base($"{file} has not the shape of {compiled}, which the program was compiled against: {string.Join("; ", differences)}.")
    {
        File = file;
        Differences = differences;
    }

    /// <summary>The file that was loaded.</summary>
    public string File { get; }

    /// <summary>What differs, each as a phrase.</summary>
    public IReadOnlyList<string> Differences { get; }
}
