using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConnectionGen.Analyzers;

/// <summary>The expressions that an expression's value may come from.</summary>
internal static class Branches
{
    /// <summary>What remains of an expression without parentheses, casts, <c>!</c> and <c>await</c>; and each branch of one that chooses.</summary>
    public static IEnumerable<ExpressionSyntax> Of(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return Of(parenthesized.Expression);
            case CastExpressionSyntax cast:
                return Of(cast.Expression);
            case AwaitExpressionSyntax awaited:
                return Of(awaited.Expression);
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed:
                return Of(suppressed.Operand);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression } converted:
                return Of(converted.Left);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce:
                return Of(coalesce.Left).Concat(Of(coalesce.Right));
            case ConditionalExpressionSyntax conditional:
                return Of(conditional.WhenTrue).Concat(Of(conditional.WhenFalse));
            case SwitchExpressionSyntax choice:
                return choice.Arms.SelectMany(arm => Of(arm.Expression));
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment:
                return Of(assignment.Right);
            case ThrowExpressionSyntax:
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression or (int)SyntaxKind.DefaultLiteralExpression }:
                return [];
            case InvocationExpressionSyntax { ArgumentList.Arguments: [_], Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } access }:
                return Of(access.Expression);
            default:
                return [expression];
        }
    }
}
