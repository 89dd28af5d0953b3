using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConnectionGen.Analyzers;

/// <summary>A text known when compiling, and the expression to underline for it.</summary>
internal readonly record struct ConstantText(ExpressionSyntax Expression, string Value);

internal static class ConstantTexts
{
    // A chain of variables longer than this is no longer a thing that a reader follows either.
    private const int Deepest = 8;

    /// <summary>Every text that an expression may be, as far as it is known when compiling.</summary>
    public static IEnumerable<ConstantText> Of(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken) =>
        Of(expression, model, Deepest, cancellationToken);

    private static IEnumerable<ConstantText> Of(ExpressionSyntax expression, SemanticModel model, int depth, CancellationToken cancellationToken)
    {
        foreach (var branch in Branches.Of(expression))
        {
            if (model.GetConstantValue(branch, cancellationToken) is { HasValue: true, Value: var value })
            {
                if (value is string text)
                {
                    yield return new ConstantText(branch, text);
                }
            }
            else if (depth > 0 && branch is IdentifierNameSyntax or MemberAccessExpressionSyntax)
            {
                var origins = new Origins(model, cancellationToken);
                var origin = Origins.InitializerOf(origins.DeclarationOf(model.GetSymbolInfo(branch, cancellationToken).Symbol));
                foreach (var known in origin is null ? [] : Of(origin, model, depth - 1, cancellationToken))
                {
                    yield return known with { Expression = branch };
                }
            }
        }
    }
}
