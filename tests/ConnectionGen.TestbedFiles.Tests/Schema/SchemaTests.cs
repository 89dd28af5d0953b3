using System.Text.Json;
using Json.Schema;

namespace ConnectionGen.TestbedFiles.Tests;

/// <summary>The JSON Schema that editors check with says the same as the reader, wherever a schema can say it.</summary>
public sealed class SchemaTests
{
    private static readonly string s_file = Path.Combine(AppContext.BaseDirectory, "schema", "testbed.schema.json");

    private static readonly JsonSchema s_schema = JsonSchema.FromText(File.ReadAllText(s_file));

    public static TheoryData<string> Valid => Corpus.Files("valid");

    public static TheoryData<string> Invalid => Corpus.Files("invalid");

    [Theory]
    [MemberData(nameof(Valid))]
    public void A_valid_file_is_valid_by_the_schema(string name) => Assert.Equal("", Complaints(Alone("valid", name)));

    [Theory]
    [MemberData(nameof(Invalid))]
    public void An_invalid_file_is_invalid_by_the_schema_where_one_can_say_so(string name)
    {
        var problems = Problems(name);
        if (problems.Exists(static problem => problem.Id == "CG2001"))
            return; // what could be read of it is no document

        Assert.Equal(problems.Exists(static problem => Inexpressible.Reason(problem) is null), Complaints(Alone("invalid", name)).Length > 0);
    }

    [Fact]
    public void Every_exception_is_needed()
    {
        var read = Invalid.SelectMany(static name => Problems(name.Data)).ToList();

        Assert.All(Inexpressible.Exceptions, exception => Assert.Contains(read, problem => problem.Id == exception.Id && problem.Message.Contains(exception.Words, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_key_that_the_schema_proposes_says_what_it_is()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(s_file));

        var silent = Properties(schema.RootElement, "").Where(static property => !property.Schema.TryGetProperty("description", out var text) || text.GetString() is null or "").Select(static property => property.Path).ToList();
        Assert.Equal([], silent);
    }

    private static List<TestbedProblem> Problems(string name)
    {
        var path = Corpus.PathOf("invalid", name);
        return [.. Corpus.Read(path).Problems.Where(problem => problem.Severity != ProblemSeverity.Info && problem.Range.File == path)];
    }

    /// <summary>A file as an editor sees it, without those that it extends or includes.</summary>
    private static TestbedDocument Alone(string kind, string name) => TestbedReader.Read(Corpus.Text(kind, name), name);

    private static string Complaints(TestbedDocument document)
    {
        using var json = JsonDocument.Parse(YamlAsJson.Text(document.Root));
        var results = s_schema.Evaluate(json.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return results.IsValid ? "" : string.Join("; ", (results.Details ?? []).Where(static detail => detail.Errors is not null).Select(static detail => $"{detail.InstanceLocation}: {string.Join(", ", detail.Errors!.Values)}").Append("invalid"));
    }

    /// <summary>The properties that are proposed, definitions and all.</summary>
    private static IEnumerable<(string Path, JsonElement Schema)> Properties(JsonElement schema, string path)
    {
        if (schema.ValueKind != JsonValueKind.Object)
            yield break;

        foreach (var member in schema.EnumerateObject())
        {
            // conditions propose nothing
            if (member.Name is "if" or "else" or "anyOf")
                continue;

            if (member.Name == "properties")
            {
                foreach (var property in member.Value.EnumerateObject())
                    yield return ($"{path}/{property.Name}", property.Value);
            }

            foreach (var below in member.Name is "properties" or "definitions" ? member.Value.EnumerateObject().SelectMany(each => Properties(each.Value, $"{path}/{each.Name}")) : Properties(member.Value, path))
                yield return below;
        }
    }
}
