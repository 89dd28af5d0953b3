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

    [Theory]
    [InlineData("CG2002", DiagnosticSeverity.Error, "", 1, 1)]
    [InlineData("CG2003", DiagnosticSeverity.Warning, "devices:\n  a:\n    conections:\n", 3, 5)]
    [InlineData("CG2005", DiagnosticSeverity.Warning, "devices:\n  a:\n    connections:\n      defaults:\n        via: b\n      c:\n        ip: 192.0.2.1\n", 5, 14)]
    [InlineData("CG2010", DiagnosticSeverity.Warning, "devices:\n  a:\n    os: ios\n    os: ios\n    connections:\n      c:\n        ip: 192.0.2.1\n", 4, 5)]
    [InlineData("CG2013", DiagnosticSeverity.Error, "extends: base.yaml\ndevices:\n  a:\n    connections:\n      c:\n        ip: 192.0.2.1\n", 1, 10)]
    public async Task What_the_reader_finds_stands_in_the_file(string id, DiagnosticSeverity severity, string yaml, int line, int column)
    {
        var found = await Loose.AnalyzeAsync("", yaml);
        var only = Assert.Single(found, diagnostic => diagnostic.Id == id);
        Assert.Equal((severity, "/0/lab.yaml", line, column), (only.Severity, only.Location.GetLineSpan().Path, only.Location.GetLineSpan().StartLinePosition.Line + 1, only.Location.GetLineSpan().StartLinePosition.Character + 1));
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
