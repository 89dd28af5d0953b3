namespace ConnectionGen.TestbedFiles;

/// <summary>How much a problem matters.</summary>
public enum ProblemSeverity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Probably a mistake.</summary>
    Warning,

    /// <summary>Cannot work.</summary>
    Error,
}

/// <summary>Something wrong in a testbed file, at its place. The build reports it as a diagnostic, loading as an exception.</summary>
/// <param name="Id">The diagnostic's id, such as <c>CG2001</c>.</param>
/// <param name="Severity">The severity before any configuration.</param>
/// <param name="Range">What to underline.</param>
/// <param name="Message">What was found and what is allowed.</param>
public sealed record TestbedProblem(string Id, ProblemSeverity Severity, FileRange Range, string Message)
{
    /// <summary>Another place that the message speaks of, such as the first of two duplicates; null where there is none.</summary>
    public FileRange? Related { get; init; }

    /// <summary>As compilers print it: <c>lab.yaml(12,14): error CG2001: …</c>.</summary>
    public override string ToString() => $"{Range}: {Severity switch { ProblemSeverity.Error => "error", ProblemSeverity.Warning => "warning", _ => "info" }} {Id}: {Message}";
}
