namespace ConnectionGen.TestbedFiles;

/// <summary>YAML text to nodes, whatever the text holds.</summary>
internal static class YamlText
{
    /// <summary>Reads a text; null where there is nothing but comments, or nothing could be read.</summary>
    public static YamlNode? Read(string text, YamlSource source, List<TestbedProblem> problems, CancellationToken cancellationToken)
    {
        if (TextChecks.Refuse(text, source) is { } refusal)
        {
            problems.Add(refusal);
            return null;
        }

        var conflict = TextChecks.FindConflict(text, source);
        if (conflict is not null)
            problems.Add(conflict);

        // the markers of a conflict are not read, so that both sides' devices stay known
        var readable = conflict is null ? text : TextChecks.BlankConflictMarkers(text);
        return new FaultTolerantReading(text, readable, source, problems, cancellationToken).Read(reportFaults: conflict is null);
    }
}
