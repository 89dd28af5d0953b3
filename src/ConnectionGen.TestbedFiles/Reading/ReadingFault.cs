using YamlDotNet.Core;

namespace ConnectionGen.TestbedFiles;

/// <summary>Text that is no YAML: where, and what to say about it.</summary>
internal sealed record ReadingFault(int Start, int End, string Message)
{
    /// <summary>True where nothing behind the fault belongs to the file's one map.</summary>
    public bool IsFinal { get; init; }

    public TestbedProblem ToProblem(YamlSource source) => new("CG2001", ProblemSeverity.Error, source.Range(Start, Math.Max(Start, End)), Message);

    /// <summary>A fault that the parser names.</summary>
    public static ReadingFault From(YamlException error, TextEdits edits, string text, YamlSource source, OpenCollection? innermost)
    {
        var start = Math.Min(edits.InFile(error.Start.Index), text.Length);
        var end = Math.Min(edits.InFile(error.End.Index), text.Length);
        return FaultMessages.Find(error.Message, start, end, text, source, innermost);
    }

    /// <summary>A fault that the parser only stumbles over.</summary>
    public static ReadingFault At(int offset, string text, YamlSource source, OpenCollection? innermost) =>
        FaultMessages.Find("", Math.Min(offset, text.Length), Math.Min(offset + 1, text.Length), text, source, innermost);
}
