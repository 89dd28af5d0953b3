using System.Collections.Immutable;
using ConnectionGen.TestbedFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConnectionGen.Analyzers;

/// <summary>Checks the file that a <c>[Testbed]</c> class names, and the names in it that become its members: CG2002 and CG2011.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TestbedClassAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [TestbedFileRules.NotAnItem, TestbedFileRules.SameIdentifier];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (LibraryTypes.Of(start.Compilation) is { } library)
            {
                var items = TestbedItems.Of(start.Options, start.CancellationToken);
                start.RegisterSymbolAction(symbol => Check(symbol, library, items), SymbolKind.NamedType);
            }
        });
    }

    private static void Check(SymbolAnalysisContext context, LibraryTypes library, TestbedItems items)
    {
        if (LibraryTypes.Find(context.Symbol, library.Testbed) is not { ConstructorArguments: [{ Value: string file }] } attribute)
        {
            return;
        }

        if (Fault(file, items) is not { } fault)
        {
            CheckNames(context, (INamedTypeSymbol)context.Symbol, library, items.Find(file)[0]);
            return;
        }

        var names = items.All.Select(items.NameOf).ToArray();
        context.ReportDiagnostic(Diagnostic.Create(
            TestbedFileRules.NotAnItem,
            Locate(attribute, context),
            Candidates.Of(NearestName.Find(file, names), items.Find(file).Length == 0 ? names : []),
            $"Testbed file '{file}' {fault}"));
    }

    private static void CheckNames(SymbolAnalysisContext context, INamedTypeSymbol testbed, LibraryTypes library, TestbedItem item)
    {
        foreach (var problem in MemberNameCheck.Run(item.Document, TestbedMembers.Of(testbed, library), testbed.Name, context.CancellationToken))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                TestbedFileRules.SameIdentifier, item.Locate(problem.Range), problem.Related is { } related ? [item.Locate(related)] : [], problem.Message));
        }
    }

    private static string? Fault(string file, TestbedItems items) => items.Find(file) switch
    {
        [] => NotFound(file, items),
        [_] => null,
        var several => $"is named by {several.Length} Testbed items: {Wording.List([.. several.Select(item => item.Path)])}",
    };

    private static string NotFound(string file, TestbedItems items)
    {
        var names = items.All.Select(items.NameOf).ToArray();
        var there = names.Length == 0 ? "there are none" : $"they are {Wording.List(names)}";
        return $"is not among the project's Testbed items{Wording.DidYouMean(NearestName.Find(file, names))}; {there}, and <Testbed Include=\"{file}\" /> adds it";
    }

    private static Location Locate(AttributeData attribute, SymbolAnalysisContext context) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is AttributeSyntax syntax
            ? (syntax.ArgumentList?.Arguments.FirstOrDefault()?.Expression.GetLocation() ?? syntax.GetLocation())
            : context.Symbol.Locations[0];
}
