namespace ConnectionGen.Cli.Expecting;

/// <summary>Limits that the library's own patterns share.</summary>
internal static class PatternLimits
{
    /// <summary>How long one pattern may look at one line; none of ours comes near.</summary>
    public const int Milliseconds = 2000;
}
