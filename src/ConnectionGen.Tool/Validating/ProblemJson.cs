using System.Text.Json;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen.Tool;

/// <summary>Problems as a JSON array. Lines and columns count from 1; ends are exclusive.</summary>
internal static class ProblemJson
{
    public const string Name = "json";

    public static async Task WriteAsync(IReadOnlyList<TestbedProblem> problems, TextWriter output) => await output.WriteLineAsync(JsonText.Of(json =>
    {
        json.WriteStartArray();
        foreach (var problem in problems)
            Write(json, problem);

        json.WriteEndArray();
    }));

    private static void Write(Utf8JsonWriter json, TestbedProblem problem)
    {
        json.WriteStartObject();
        json.WriteString("file", problem.Range.File);
        json.WriteNumber("line", problem.Range.Start.Line);
        json.WriteNumber("column", problem.Range.Start.Column);
        json.WriteNumber("endLine", problem.Range.End.Line);
        json.WriteNumber("endColumn", problem.Range.End.Column);
        json.WriteString("severity", problem.Severity switch { ProblemSeverity.Error => "error", ProblemSeverity.Warning => "warning", _ => "info" });
        json.WriteString("id", problem.Id);
        json.WriteString("message", problem.Message);
        json.WriteEndObject();
    }
}
