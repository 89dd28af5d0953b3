using System.Collections.Immutable;
using ConnectionGen.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

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
        var file = new Text("/0/lab.yaml", yaml);
        var options = new AnalyzerOptions([file], new Metadata());
        var compilation = s_compilation.AddSyntaxTrees(tree);
        var analysis = compilation.WithAnalyzers(Analyzers, options);
        var inCode = await analysis.GetAnalysisResultAsync(compilation.GetSemanticModel(tree), filterSpan: null, TestContext.Current.CancellationToken);
        var inFile = await analysis.GetAnalysisResultAsync(file, TestContext.Current.CancellationToken);
        return [.. inCode.GetAllDiagnostics(), .. inFile.GetAllDiagnostics()];
    }

    // The lab with what is generated for it; the code beside it is not generated for.
    private static CSharpCompilation Generated()
    {
        var compilation = CSharpCompilation.Create(
            "Loose",
            [CSharpSyntaxTree.ParseText(Labs.LabType, s_parse, "/0/Lab.cs")],
            References.All,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new ConnectionGenGenerator().AsSourceGenerator()], [new Text("/0/lab.yaml", Labs.LabYaml)], s_parse, new Metadata())
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        return (CSharpCompilation)generated;
    }

    /// <summary>What the analyzers say of a whole program with its generated code, pragmas applied.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeProgramAsync(IEnumerable<string> code, string yaml)
    {
        const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";
        var trees = code.Prepend(Usings).Select((text, index) => CSharpSyntaxTree.ParseText(text, s_parse, $"/0/Code{index}.cs"));
        var references = References.All.Concat(References.Xunit);
        var program = CSharpCompilation.Create("Program", trees, references, new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        var file = new Text("/0/lab.yaml", yaml);
        CSharpGeneratorDriver.Create([new ConnectionGenGenerator().AsSourceGenerator()], [file], s_parse, new Metadata()).RunGeneratorsAndUpdateCompilation(program, out var whole, out _);
        Assert.Equal("CS5001", string.Join(", ", whole.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.Id)));
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([file], new Metadata()), null, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true);
        return await whole.WithAnalyzers(Analyzers, options).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Text(string path, string content) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(content);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    private sealed class Metadata : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(new() { ["build_property.MSBuildProjectDirectory"] = "/0" });

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values([]);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(new()
        {
            ["build_metadata.AdditionalFiles.ConnectionGenTestbed"] = "true",
            ["build_metadata.AdditionalFiles.ConnectionGenLink"] = "lab.yaml",
        });
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
