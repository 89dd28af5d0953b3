using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConnectionGen.Analyzers.Tests;

public sealed class SuppressorTests
{
    [Theory]
    [InlineData("CA1852")]
    [InlineData("CA1812")]
    public async Task A_connection_class_is_not_told_to_be_sealed_or_unused(string id)
    {
        var tree = CSharpSyntaxTree.ParseText("[ConnectionGen.ConnectionClass] internal partial class Mine; internal class Other;", cancellationToken: TestContext.Current.CancellationToken);
        var compilation = CSharpCompilation.Create("Suppressed", [tree], References.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true);
        var found = await compilation.WithAnalyzers([new EveryClass(id), new ConnectionClassSuppressor()], options).GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);

        var said = found.Where(diagnostic => diagnostic.Id == id).ToDictionary(diagnostic => diagnostic.GetMessage(null), diagnostic => diagnostic.IsSuppressed);
        Assert.Equal(new Dictionary<string, bool> { ["Mine"] = true, ["Other"] = false }, said);
    }

    /// <summary>Says the id of every class, as the framework's own analyzers would.</summary>
#pragma warning disable RS1001, RS1017, RS1036, RS2008 // it stands in for analyzers that are not ours and is never shipped
    private sealed class EveryClass(string id) : DiagnosticAnalyzer
    {
        private readonly DiagnosticDescriptor _rule = new(id, "stand-in", "{0}", "Tests", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [_rule];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSymbolAction(symbol => symbol.ReportDiagnostic(Diagnostic.Create(_rule, symbol.Symbol.Locations[0], symbol.Symbol.Name)), SymbolKind.NamedType);
        }
    }
#pragma warning restore RS1001, RS1017, RS1036, RS2008
}
