using ConnectionGen.TestbedFiles;

namespace ConnectionGen.Tool;

/// <summary>Problems as compilers print them, a line each: <c>lab.yaml(12,14): error CG2001: …</c>.</summary>
internal static class ProblemText
{
    public const string Name = "text";

    public static async Task WriteAsync(IReadOnlyList<TestbedProblem> problems, Screen screen)
    {
        foreach (var problem in problems)
            await screen.Output.WriteLineAsync(Colours.Of(screen.HasColours, Colour(problem.Severity), problem.ToString()));
    }

    private static Colour Colour(ProblemSeverity severity) => severity switch
    {
        ProblemSeverity.Error => Tool.Colour.Red,
        ProblemSeverity.Warning => Tool.Colour.Yellow,
        _ => Tool.Colour.None,
    };
}
