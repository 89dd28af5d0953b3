namespace ConnectionGen.Reports;

/// <summary>How a test ended.</summary>
public enum TestOutcome
{
    /// <summary>It passed.</summary>
    Passed,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>It was skipped, or not run to its end.</summary>
    Skipped,
}
