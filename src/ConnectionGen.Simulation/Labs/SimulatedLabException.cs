namespace ConnectionGen.Simulation;

/// <summary>A testbed file that cannot be simulated: missing, not YAML, without devices, or extending itself. The message names the place.</summary>
public sealed class SimulatedLabException : Exception
{
    internal SimulatedLabException(string file, string message, Exception? inner = null)
        : base(message, inner) => File = file;

    /// <summary>The testbed file as it was named.</summary>
    public string File { get; }
}
