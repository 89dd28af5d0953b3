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
        context.RegisterCompilationStartAction(static start =>
        {
            // without the library there are no classes to judge by
            var library = LibraryTypes.Of(start.Compilation);
            var classes = new Lazy<ConnectionClassSet?>(
                () => library is null ? null : new ConnectionClassSet(ClassManifest.Of(start.Compilation, library).Select(named => named.Shape())), LazyThreadSafetyMode.PublicationOnly);
            start.RegisterAdditionalFileAction(file =>
            {
                if (TestbedItem.From(file.AdditionalFile, file.Options, file.CancellationToken) is { } item)
                {
                    Report(file, item, classes);
                }
            });
        });
    }

    private static void Report(AdditionalFileAnalysisContext context, TestbedItem item, Lazy<ConnectionClassSet?> classes)
    {
        var items = TestbedItems.Of(context.Options, context.CancellationToken);
        foreach (var problem in Problems(item, items, context, classes))
        {
            if (TestbedFileRules.ByReader.TryGetValue(problem.Id, out var rule))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    rule, item.Locate(problem.Range), Severity(problem.Severity), problem.Related is { } related ? [item.Locate(related)] : null, properties: null, items.Shown(problem.Message.TrimEnd('.'))));
            }
        }
    }

    /// <summary>What is wrong in a file. A part of other testbeds, which need not be a whole one by itself, is judged as what it is in them.</summary>
    private static IEnumerable<TestbedProblem> Problems(TestbedItem item, TestbedItems items, AdditionalFileAnalysisContext context, Lazy<ConnectionClassSet?> classes)
    {
        var users = items.UsersOf(item);
        return (users.Length == 0 ? [item] : users)
            .SelectMany(user => classes.Value is { } set ? user.Document.ProblemsWith(set, context.CancellationToken) : user.Document.Problems)
            .Where(problem => item.IsAt(problem.Range.File))
            .GroupBy(problem => (problem.Id, problem.Range))
            .Select(group => group.First());
    }

    private static DiagnosticSeverity Severity(ProblemSeverity severity) => severity switch
    {
        ProblemSeverity.Error => DiagnosticSeverity.Error,
        ProblemSeverity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };
}
