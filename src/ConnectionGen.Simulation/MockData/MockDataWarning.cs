namespace ConnectionGen.Simulation;

/// <summary>Something in mock data that loads but hardly does what its writer meant: a duplicate, an unknown option, a state that does not exist.</summary>
/// <param name="File">The file as it was named to the loader.</param>
/// <param name="Line">The line, from 1; 0 where the data came from code.</param>
/// <param name="Column">The column, from 1; 0 where the data came from code.</param>
/// <param name="Message">What was found, and what is allowed.</param>
public sealed record MockDataWarning(string File, int Line, int Column, string Message)
{
    /// <summary>As compilers print it: <c>ios.yaml(12,3): warning: …</c>.</summary>
    public override string ToString() => $"{File}({Line},{Column}): warning: {Message}";
}
