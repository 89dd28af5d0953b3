using System.Globalization;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen.Tool;

/// <summary>Problems as commands of a GitHub workflow, which shows them at their lines of a pull request.</summary>
internal static class ProblemAnnotations
{
    public const string Name = "github";

    public static async Task WriteAsync(IReadOnlyList<TestbedProblem> problems, TextWriter output)
    {
        foreach (var problem in problems)
        {
            var (start, end) = (problem.Range.Start, problem.Range.End);
            var kind = problem.Severity switch { ProblemSeverity.Error => "error", ProblemSeverity.Warning => "warning", _ => "notice" };
            // columns are only taken where a problem stands on one line
            var columns = start.Line == end.Line && end.Column > start.Column ? string.Create(CultureInfo.InvariantCulture, $",col={start.Column},endColumn={end.Column}") : "";
            await output.WriteLineAsync($"::{kind} file={Property(problem.Range.File)},line={start.Line},endLine={end.Line}{columns},title={Property(problem.Id)}::{Data(problem.Message)}");
        }
    }

    private static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
