using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConnectionGen.Analyzers;

/// <summary>A text known when compiling, and the expression to underline for it.</summary>
internal readonly record struct ConstantText(ExpressionSyntax Expression, string Value);

internal static class ConstantTexts
{
    // A chain of variables longer than this is no longer a thing that a reader follows either.
    private const int Deepest = 8;

    /// <summary>Every text that an expression may be, as far as it is known when compiling.</summary>
    public static IEnumerable<ConstantText> Of(ExpressionSyntax expression, Models models, SemanticModel model, CancellationToken cancellationToken) =>
        Parts(expression, models, model, Deepest, cancellationToken).Where(part => part.Value is not null).Select(part => new ConstantText(part.Expression, part.Value!));

    /// <summary>Every text that an expression may be, null among them where it may be none; default where it may be one that is not known.</summary>
    public static ImmutableArray<string?> All(ExpressionSyntax expression, Models models, SemanticModel model, CancellationToken cancellationToken)
    {
        var parts = Parts(expression, models, model, Deepest, cancellationToken).ToArray();
        return parts.Any(part => !part.IsKnown) ? default : [.. parts.Select(part => part.Value).DefaultIfEmpty(null)];
    }

    private static IEnumerable<Part> Parts(ExpressionSyntax expression, Models models, SemanticModel model, int depth, CancellationToken cancellationToken)
    {
        foreach (var branch in Branches.Of(expression))
        {
            if (model.GetConstantValue(branch, cancellationToken) is { HasValue: true, Value: var value })
            {
                yield return new Part(branch, value as string, IsKnown: value is string or null);
            }
            else if (depth > 0 && branch is IdentifierNameSyntax or MemberAccessExpressionSyntax)
            {
                foreach (var part in Variable(branch, models, model, depth - 1, cancellationToken))
                {
                    yield return part with { Expression = branch };
                }
            }
            else
            {
                yield return new Part(branch, Value: null, IsKnown: false);
            }
        }

        // `null` and `default` are no branches, but a text that may be missing.
        if (MayBeNull(expression))
        {
            yield return new Part(expression, Value: null, IsKnown: true);
        }
    }

    private static IEnumerable<Part> Variable(ExpressionSyntax variable, Models models, SemanticModel model, int depth, CancellationToken cancellationToken)
    {
        var origins = new Origins(models, model, cancellationToken);
        var symbol = model.GetSymbolInfo(variable, cancellationToken).Symbol;
        if (origins.Of(symbol) is { } origin)
        {
            return Parts(origin, models, models.For(origin, model), depth, cancellationToken);
        }

        // foreach (var via in new[] { "console", "mgmt" })
        return origins.DeclarationOf(symbol) is ForEachStatementSyntax each && DeviceSequence.Written(each.Expression) is { } elements
            ? elements.SelectMany(element => Parts(element, models, model, depth, cancellationToken))
            : [new Part(variable, Value: null, IsKnown: false)];
    }

    private static bool MayBeNull(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.NullLiteralExpression) || literal.IsKind(SyntaxKind.DefaultLiteralExpression),
        ParenthesizedExpressionSyntax parenthesized => MayBeNull(parenthesized.Expression),
        ConditionalExpressionSyntax conditional => MayBeNull(conditional.WhenTrue) || MayBeNull(conditional.WhenFalse),
        SwitchExpressionSyntax choice => choice.Arms.Any(arm => MayBeNull(arm.Expression)),
        _ => false,
    };

    private readonly record struct Part(ExpressionSyntax Expression, string? Value, bool IsKnown);
}
