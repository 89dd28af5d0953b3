using Microsoft.CodeAnalysis.Testing;
using Test = ConnectionGen.Analyzers.Tests.CodeTest<ConnectionGen.Analyzers.TestbedClassAnalyzer, ConnectionGen.CodeFixes.ReplaceNameFix>;

namespace ConnectionGen.Analyzers.Tests;

public sealed class TestbedClassTests
{
    private static string Class(string file) => $"[Testbed({file})]\npublic partial class Bed;";

    private static DiagnosticResult Error => new DiagnosticResult(TestbedFileRules.NotAnItem).WithLocation(0);

    [Fact]
    public Task A_misspelt_file_is_an_error_that_names_the_items() =>
        new Test(Class("{|#0:\"labb.yaml\"|}"), Class("\"lab.yaml\""),
            Error.WithMessage("Testbed file 'labb.yaml' is not among the project's Testbed items (did you mean 'lab.yaml'?); they are lab.yaml, and <Testbed Include=\"labb.yaml\" /> adds it"))
            .WithItem("lab.yaml", Labs.LabYaml).PassAsync();

    [Fact]
    public Task A_project_without_items_is_told_how_to_add_one() =>
        new Test(Class("{|#0:\"lab.yaml\"|}"), null,
            Error.WithMessage("Testbed file 'lab.yaml' is not among the project's Testbed items; there are none, and <Testbed Include=\"lab.yaml\" /> adds it")).PassAsync();

    [Theory]
    [InlineData("\"lab.yaml\"")]
    [InlineData("\"./lab.yaml\"")]
    [InlineData("\"sites/a/edge.yaml\"")]
    [InlineData("@\"sites\\a\\edge.yaml\"")]
    public Task An_item_is_silent(string file) => new Test(Class(file)).WithItem("lab.yaml", Labs.LabYaml).WithItem("sites/a/edge.yaml", Labs.LabYaml).PassAsync();
}
