using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Test = ConnectionGen.Analyzers.Tests.CodeTest<ConnectionGen.Analyzers.TestbedFileAnalyzer, Microsoft.CodeAnalysis.Testing.EmptyCodeFixProvider>;

namespace ConnectionGen.Analyzers.Tests;

public sealed class TestbedFileTests
{
    [Fact]
    public Task Broken_YAML_is_an_error_in_the_file()
    {
        var test = new Test("").WithItem("lab.yaml", "devices:\n  phoenix: [\n");
        test.TestState.ExpectedDiagnostics.Add(new DiagnosticResult("CG2001", DiagnosticSeverity.Error).WithLocation("/0/lab.yaml", 2, 12));
        return test.PassAsync();
    }

    [Fact]
    public Task A_whole_file_is_silent() => new Test("").WithItem("lab.yaml", Labs.LabYaml).PassAsync();

    [Fact]
    public Task Other_additional_files_are_not_read()
    {
        var test = new Test("");
        test.TestState.AdditionalFiles.Add(("/0/notes.yaml", "a: ["));
        return test.PassAsync();
    }
}
