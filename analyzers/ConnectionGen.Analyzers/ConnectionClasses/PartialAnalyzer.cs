using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConnectionGen.Analyzers;

/// <summary>Says which classes must be partial: CG0001.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PartialAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ConnectionClassRules.NotPartial];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (LibraryTypes.Of(start.Compilation) is { } library)
            {
                start.RegisterSymbolAction(symbol => Check(symbol, library), SymbolKind.NamedType);
            }
        });
    }

    private static void Check(SymbolAnalysisContext context, LibraryTypes library)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (Marked(type, library) is not var (marked, attribute))
        {
            return;
        }

        var declarations = type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(context.CancellationToken)).OfType<TypeDeclarationSyntax>().ToArray();

        // One word anywhere shows that it was meant; what then is missing is the compiler's CS0260.
        if (declarations.Length > 0 && !declarations.Any(declaration => declaration.Modifiers.Any(SyntaxKind.PartialKeyword)))
        {
            var because = SymbolEqualityComparer.Default.Equals(marked, type)
                ? $"[{attribute}] makes the generator add members to it"
                : $"the generator adds members to '{marked.Name}' in it";
            context.ReportDiagnostic(Diagnostic.Create(ConnectionClassRules.NotPartial, declarations[0].Identifier.GetLocation(), type.Name, because));
        }
    }

    /// <summary>The type itself or one inside it that gets generated members, with the attribute that says so.</summary>
    private static (INamedTypeSymbol Type, string Attribute)? Marked(INamedTypeSymbol type, LibraryTypes library)
    {
        if (LibraryTypes.Find(type, library.ConnectionClass) is not null)
        {
            return (type, "ConnectionClass");
        }

        return LibraryTypes.Find(type, library.Testbed) is not null
            ? (type, "Testbed")
            : type.GetTypeMembers().Select(inner => Marked(inner, library)).FirstOrDefault(found => found is not null);
    }
}
