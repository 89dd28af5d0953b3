using System.Collections.Immutable;
using ConnectionGen.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConnectionGen.Analyzers.Tests;

/// <summary>Runs every analyzer over a compilation that need not be right.</summary>
internal static class Loose
{
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        new PartialAnalyzer(), new ConnectionClassAnalyzer(), new ServiceAnalyzer(), new ClassPairsAnalyzer(), new ViaAnalyzer(), new AliasAnalyzer(),
        new DeviceNameAnalyzer(), new ServiceCallAnalyzer(), new PathClassAnalyzer(), new TestbedFileAnalyzer(), new TestbedClassAnalyzer(), new WrapperAnalyzer(),
    ];

    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.CSharp14);

    private static readonly CSharpCompilation s_compilation = Generated();

    /// <summary>What the analyzers say of a file, given a text of the lab's file.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string code, string yaml)
    {
        var tree = CSharpSyntaxTree.ParseText(code, s_parse, "/0/Code.cs");
        var file = new TestbedFile("/0/lab.yaml", yaml);
        var options = new AnalyzerOptions([file], new ProjectSettings());
        var compilation = s_compilation.AddSyntaxTrees(tree);
        var analysis = compilation.WithAnalyzers(Analyzers, options);
        var inCode = await analysis.GetAnalysisResultAsync(compilation.GetSemanticModel(tree), filterSpan: null, TestContext.Current.CancellationToken);
        var inFile = await analysis.GetAnalysisResultAsync(file, TestContext.Current.CancellationToken);
        return [.. inCode.GetAllDiagnostics(), .. inFile.GetAllDiagnostics()];
    }

    /// <summary>What a generator throws over a text of the lab's file; null where none does.</summary>
    public static Exception? GenerateOver(string yaml)
    {
        var compilation = CSharpCompilation.Create("Loose", [CSharpSyntaxTree.ParseText(Labs.LabType, s_parse, "/0/Lab.cs")], References.All, new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        var run = CSharpGeneratorDriver.Create([new ConnectionGenGenerator().AsSourceGenerator()], [new TestbedFile("/0/lab.yaml", yaml)], s_parse, new ProjectSettings()).RunGenerators(compilation).GetRunResult();
        return run.Results.Select(static result => result.Exception).FirstOrDefault(static exception => exception is not null);
    }

    // The lab with what is generated for it; the code beside it is not generated for.
    private static CSharpCompilation Generated()
    {
        var compilation = CSharpCompilation.Create(
            "Loose",
            [CSharpSyntaxTree.ParseText(Labs.LabType, s_parse, "/0/Lab.cs")],
            References.All,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new ConnectionGenGenerator().AsSourceGenerator()], [new TestbedFile("/0/lab.yaml", Labs.LabYaml)], s_parse, new ProjectSettings())
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        return (CSharpCompilation)generated;
    }
}
