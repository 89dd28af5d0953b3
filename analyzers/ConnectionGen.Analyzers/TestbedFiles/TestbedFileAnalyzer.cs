using System.Collections.Immutable;
using ConnectionGen.TestbedFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConnectionGen.Analyzers;

/// <summary>Reports what is wrong in a testbed file at its place in that file: CG2001 to CG2020.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TestbedFileAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. TestbedFileRules.ByReader.Values.OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterAdditionalFileAction(static file =>
        {
            if (TestbedItem.From(file.AdditionalFile, file.Options, file.CancellationToken) is { } item)
            {
                Report(file, item);
            }
        });
    }

    private static void Report(AdditionalFileAnalysisContext context, TestbedItem item)
    {
        foreach (var problem in item.Document.Problems)
        {
            // What is wrong with a file that this one extends is said at that one.
            if (problem.Range.File == item.Path && TestbedFileRules.ByReader.TryGetValue(problem.Id, out var rule))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    rule, item.Locate(problem.Range), Severity(problem.Severity), problem.Related is { } related ? [item.Locate(related)] : null, properties: null, problem.Message.TrimEnd('.')));
            }
        }
    }

    private static DiagnosticSeverity Severity(ProblemSeverity severity) => severity switch
    {
        ProblemSeverity.Error => DiagnosticSeverity.Error,
        ProblemSeverity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };
}
