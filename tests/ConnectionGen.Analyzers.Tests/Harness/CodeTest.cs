using System.Collections.Immutable;
using ConnectionGen.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace ConnectionGen.Analyzers.Tests;

/// <summary>One compilation of user code with testbed items, checked by one analyzer and one fix.</summary>
internal sealed class CodeTest<TAnalyzer, TFix> : CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    private const string Using = "using System;\nusing System.Collections.Generic;\nusing System.Linq;\nusing System.Threading;\nusing System.Threading.Tasks;\nusing ConnectionGen;\n";

    public CodeTest(string code, string? fixedCode = null, params DiagnosticResult[] expected)
    {
        ReferenceAssemblies = new ReferenceAssemblies("none");
        TestState.AdditionalReferences.AddRange(References.All);
        TestCode = Using + code;
        TestBehaviors |= TestBehaviors.SkipGeneratedSourcesCheck;
        TestState.ExpectedDiagnostics.AddRange(expected);
        if (fixedCode is not null)
        {
            FixedCode = Using + fixedCode;
        }
    }

    /// <summary>Adds the lab of two devices, <c>lab.yaml</c>, with the class that stands for it.</summary>
    public CodeTest<TAnalyzer, TFix> WithLab()
    {
        TestState.OutputKind = OutputKind.ConsoleApplication;
        AddSource("/0/Lab.cs", Labs.LabType);
        return WithItem("lab.yaml", Labs.LabYaml);
    }

    /// <summary>Adds a testbed item.</summary>
    public CodeTest<TAnalyzer, TFix> WithItem(string name, string yaml)
    {
        TestState.AdditionalFiles.Add(("/0/" + name, yaml));
        var isFirst = TestState.AdditionalFiles.Count == 1;
        TestState.AnalyzerConfigFiles.Add(($"/{TestState.AnalyzerConfigFiles.Count}.globalconfig", isFirst ? CodeTest.Settings(name) : CodeTest.ItemSettings(name)));
        return this;
    }

    public CodeTest<TAnalyzer, TFix> AddSource(string path, string code)
    {
        TestState.Sources.Add((path, code));
        if (FixedState.Sources.Count > 0)
        {
            FixedState.Sources.Add((path, code));
        }

        return this;
    }

    public Task PassAsync() => RunAsync(TestContext.Current.CancellationToken);

    protected override IEnumerable<Type> GetSourceGenerators() => [typeof(ConnectionGenGenerator)];

    /// <summary>The harness asks for each rule's default severity as the command line would, which beats a severity in a file.</summary>
    protected override CompilationWithAnalyzers CreateCompilationWithAnalyzers(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        var asked = compilation.Options.SpecificDiagnosticOptions.Where(static option => option.Value != ReportDiagnostic.Default);
        return base.CreateCompilationWithAnalyzers(compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(asked)), analyzers, options, cancellationToken);
    }

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.Diagnose);
}

internal static class CodeTest
{
    /// <summary>What the build says of a project and a testbed item.</summary>
    public static string Settings(string item) => ItemSettings(item).Replace("is_global = true", "is_global = true\nbuild_property.MSBuildProjectDirectory = /0", StringComparison.Ordinal);

    /// <summary>What the build says of a further item: a property that two files set is set by neither.</summary>
    public static string ItemSettings(string item) => $"""
        is_global = true
        [/0/{item}]
        build_metadata.AdditionalFiles.ConnectionGenTestbed = true
        build_metadata.AdditionalFiles.ConnectionGenLink = {item}
        """;
}
