using System.Collections.Immutable;
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
        new PartialAnalyzer(), new ServiceAnalyzer(), new ViaAnalyzer(), new DeviceNameAnalyzer(), new TestbedFileAnalyzer(), new TestbedClassAnalyzer(),
    ];

    private static readonly SyntaxTree s_runtime = CSharpSyntaxTree.ParseText(Runtime.Source, new CSharpParseOptions(LanguageVersion.CSharp14), "/0/Runtime.g.cs");
    private static readonly SyntaxTree s_lab = CSharpSyntaxTree.ParseText(Labs.LabType, new CSharpParseOptions(LanguageVersion.CSharp14), "/0/Lab.g.cs");

    private static readonly CSharpCompilation s_compilation = CSharpCompilation.Create(
        "Loose", [s_runtime, s_lab], References.Framework, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>What the analyzers say of a file, given a text of the lab's file.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string code, string yaml)
    {
        var tree = CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.CSharp14), "/0/Code.cs");
        var options = new AnalyzerOptions([new Text("/0/lab.yaml", yaml)], new Metadata());
        var compilation = s_compilation.AddSyntaxTrees(tree);
        var analysis = compilation.WithAnalyzers(Analyzers, options);
        var found = await analysis.GetAnalysisResultAsync(compilation.GetSemanticModel(tree), filterSpan: null, TestContext.Current.CancellationToken);
        return found.GetAllDiagnostics();
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
