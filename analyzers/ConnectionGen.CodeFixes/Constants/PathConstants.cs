using ConnectionGen.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Simplification;

namespace ConnectionGen.CodeFixes;

/// <summary>The constants of paths that testbed classes have, in a project.</summary>
internal sealed class PathConstants(TestbedTypes types, MarkedMethods methods, SemanticModel model, CancellationToken cancellationToken)
{
    public static PathConstants? Of(SemanticModel model, AnalyzerOptions options, CancellationToken cancellationToken) =>
        TestbedTypes.Of(model.Compilation, options, cancellationToken) is { } types && MarkedMethods.Of(model.Compilation, cancellationToken) is { } methods
            ? new PathConstants(types, methods, model, cancellationToken)
            : null;

    /// <summary>The constant that stands for a text given as a path, or null.</summary>
    public ExpressionSyntax? Constant(LiteralExpressionSyntax literal)
    {
        if (literal.FirstAncestorOrSelf<ArgumentSyntax>() is not { Parent.Parent: { } called } argument
            || MarkedCall.From(called, methods, model, cancellationToken) is not { } call
            || !call.Marked.Via.Any(parameter => call.Argument(parameter) == argument.Expression)
            || !Branches.Of(argument.Expression).Contains(literal)
            || call.Device(new DeviceSource(types, model, cancellationToken), types) is not { Alternatives: [[var device]] }
            || TypeOf(device) is not { } type)
        {
            return null;
        }

        var constant = Vias(type).FirstOrDefault(field => (string?)field.ConstantValue == literal.Token.ValueText);
        return constant is null ? null : SyntaxFactory.ParseExpression($"{type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}.Via.{Name(constant)}").WithAdditionalAnnotations(Simplifier.Annotation);
    }

    /// <summary>The text of a constant of a path, or null where an expression is none.</summary>
    public string? Text(ExpressionSyntax expression) =>
        model.GetSymbolInfo(expression, cancellationToken).Symbol is IFieldSymbol { HasConstantValue: true, ConstantValue: string text, ContainingType: { Name: "Via", ContainingType: { } device } }
            && types.DeviceOf(device) is not null ? text : null;

    private static IEnumerable<IFieldSymbol> Vias(INamedTypeSymbol device) =>
        device.GetTypeMembers("Via").SelectMany(via => via.GetMembers()).OfType<IFieldSymbol>().Where(field => field.HasConstantValue);

    private static string Name(IFieldSymbol field) => SyntaxFacts.GetKeywordKind(field.Name) == SyntaxKind.None ? field.Name : "@" + field.Name;

    // The type that is compiled for the device; of several testbed classes for one file, the first.
    private INamedTypeSymbol? TypeOf(KnownDevice device) => TestbedClasses(model.Compilation.Assembly.GlobalNamespace)
        .SelectMany(testbed => testbed.GetTypeMembers())
        .FirstOrDefault(type => types.DeviceOf(type) is { } known && known.IsSame(device));

    private IEnumerable<INamedTypeSymbol> TestbedClasses(INamespaceOrTypeSymbol container) => container.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .SelectMany(inner => inner is INamedTypeSymbol type && types.AttributeOf(type) is not null ? TestbedClasses(inner).Prepend(type) : TestbedClasses(inner));
}
