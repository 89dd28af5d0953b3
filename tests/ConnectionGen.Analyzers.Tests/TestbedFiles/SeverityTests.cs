using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Test = ConnectionGen.Analyzers.Tests.CodeTest<ConnectionGen.Analyzers.TestbedFileAnalyzer, Microsoft.CodeAnalysis.Testing.EmptyCodeFixProvider>;

namespace ConnectionGen.Analyzers.Tests;

/// <summary>A project sets the severities of what is found in testbed files in its .globalconfig.</summary>
public sealed class SeverityTests
{
    private const string Yaml = """
        devices:
          a:
            sereis: isr
            credentials: {default: {password: lab}}
            connections:
              defaults: {via: nowhere}
              c: {ip: 192.0.2.1}
          b: text
        """;

    private static Test With(string configuration, params DiagnosticResult[] expected)
    {
        var test = new Test("", null, expected).WithItem("lab.yaml", Yaml);
        test.TestState.AnalyzerConfigFiles.Add(("/severities.globalconfig", "is_global = true\n" + configuration));
        return test;
    }

    private static DiagnosticResult Key(DiagnosticSeverity severity) => new DiagnosticResult("CG2003", severity).WithLocation("/0/lab.yaml", 3, 5);

    private static DiagnosticResult Secret(DiagnosticSeverity severity) => new DiagnosticResult("CG2009", severity).WithLocation("/0/lab.yaml", 4, 39);

    private static DiagnosticResult Via(DiagnosticSeverity severity) => new DiagnosticResult("CG2005", severity).WithLocation("/0/lab.yaml", 6, 23);

    private static DiagnosticResult Block(DiagnosticSeverity severity) => new DiagnosticResult("CG2008", severity).WithLocation("/0/lab.yaml", 8, 6);

    [Fact]
    public Task Without_any_each_has_its_own() =>
        With("", Key(DiagnosticSeverity.Warning), Secret(DiagnosticSeverity.Info), Via(DiagnosticSeverity.Warning), Block(DiagnosticSeverity.Error)).PassAsync();

    [Fact]
    public Task A_severity_can_be_raised_and_lowered() =>
        With(
            "dotnet_diagnostic.CG2003.severity = error\ndotnet_diagnostic.CG2009.severity = warning\ndotnet_diagnostic.CG2005.severity = suggestion\ndotnet_diagnostic.CG2008.severity = warning",
            Key(DiagnosticSeverity.Error), Secret(DiagnosticSeverity.Warning), Via(DiagnosticSeverity.Info), Block(DiagnosticSeverity.Warning)).PassAsync();

    [Fact]
    public Task A_rule_can_be_turned_off() =>
        With("dotnet_diagnostic.CG2003.severity = none\ndotnet_diagnostic.CG2009.severity = none", Via(DiagnosticSeverity.Warning), Block(DiagnosticSeverity.Error)).PassAsync();
}
