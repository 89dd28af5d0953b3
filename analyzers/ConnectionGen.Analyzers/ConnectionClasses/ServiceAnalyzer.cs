using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConnectionGen.Analyzers;

/// <summary>Checks the services of connection classes one by one: CG0004.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ServiceAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ServiceRules.NotVirtual];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (LibraryTypes.Of(start.Compilation) is { } library)
            {
                start.RegisterSymbolAction(symbol => Check(symbol, library), SymbolKind.Method);
            }
        });
    }

    private static void Check(SymbolAnalysisContext context, LibraryTypes library)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.MethodKind != MethodKind.Ordinary || LibraryTypes.Find(method, library.Service) is null)
        {
            return;
        }

        var isOpen = method.IsVirtual || method.IsAbstract || (method.IsOverride && !method.IsSealed);
        if (!isOpen && method is { IsStatic: false, DeclaredAccessibility: Accessibility.Public })
        {
            context.ReportDiagnostic(Diagnostic.Create(ServiceRules.NotVirtual, method.Locations[0], method.Name));
        }
    }
}
