namespace ConnectionGen.Simulation;

/// <summary>A testbed file that cannot be simulated: missing, not YAML, without devices, or extending itself.</summary>
public sealed class SimulatedLabException : Exception
{
    internal SimulatedLabException(string file, string reason, Exception? inner = null)
        : base($"{file}: {reason}", inner) => File = file;

    internal SimulatedLabException(string file, MockDataException inner)
        : base(inner.Message, inner) => File = file;

    /// <summary>The testbed file as it was named.</summary>
    public string File { get; }
}
