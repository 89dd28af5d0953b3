using ConnectionGen.TestbedFiles;

namespace ConnectionGen.Tool;

/// <summary>Problems as compilers print them, a line each: <c>lab.yaml(12,14): error CG2001: …</c>.</summary>
internal static class ProblemText
{
    public const string Name = "text";

    public static async Task WriteAsync(IReadOnlyList<TestbedProblem> problems, Screen screen)
    {
        foreach (var problem in problems)
            await screen.Output.WriteLineAsync(Colours.Of(screen.HasColours, ColourOf(problem.Severity), problem.ToString()));
    }

    private static Colour ColourOf(ProblemSeverity severity) => severity switch
    {
        ProblemSeverity.Error => Colour.Red,
        ProblemSeverity.Warning => Colour.Yellow,
        _ => Colour.None,
    };
}
