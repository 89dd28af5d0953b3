using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConnectionGen.Analyzers;

/// <summary>Silences "seal this class" (CA1852) and "this class is never made" (CA1812) on connection classes: the generator derives from them and makes them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConnectionClassSuppressor : DiagnosticSuppressor
{
    private const string Reason = "The generator derives a class from each connection class, and the library makes that one.";

    private static readonly SuppressionDescriptor s_seal = new("CGS0001", "CA1852", Reason);
    private static readonly SuppressionDescriptor s_made = new("CGS0002", "CA1812", Reason);

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [s_seal, s_made];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        if (LibraryTypes.Of(context.Compilation) is not { } library)
        {
            return;
        }

        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is { } tree
                && tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<ClassDeclarationSyntax>() is { } declaration
                && context.GetSemanticModel(tree).GetDeclaredSymbol(declaration, context.CancellationToken) is { } type
                && LibraryTypes.Find(type, library.ConnectionClass) is not null)
            {
                context.ReportSuppression(Suppression.Create(diagnostic.Id == s_seal.SuppressedDiagnosticId ? s_seal : s_made, diagnostic));
            }
        }
    }
}
