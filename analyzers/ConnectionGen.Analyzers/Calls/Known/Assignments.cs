using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConnectionGen.Analyzers;

/// <summary>What a body or type assigns after declarations, by name. One walk, however many calls it holds.</summary>
internal sealed class Assignments
{
    private static readonly ConditionalWeakTable<SyntaxNode, Assignments> s_known = new();

    private readonly Dictionary<string, List<ExpressionSyntax?>> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);

    private Assignments(SyntaxNode scope)
    {
        foreach (var node in scope.DescendantNodes())
        {
            switch (node)
            {
                case AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax } assignment:
                    Add(assignment.Left, assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) ? assignment.Right : null);
                    break;
                case ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword } argument:
                    Add(argument.Expression, value: null);
                    break;
                case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: var called } } argument when MarkedCall.NameOf(called) is not { } name || !DeviceSequence.OnlyReads(name):
                    Change(argument.Expression);
                    break;
                case RefExpressionSyntax reference:
                    Add(reference.Expression, value: null);
                    break;
                case ForEachVariableStatementSyntax each:
                    Add(each.Variable, value: null);
                    break;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call } when !DeviceSequence.Reads(call.Name.Identifier.ValueText):
                    Change(call.Expression);
                    break;
                default:
                    break;
            }
        }
    }

    public static Assignments In(SyntaxNode scope) => s_known.GetValue(scope, scope => new Assignments(scope));

    /// <summary>The values assigned to a variable of this name; null among them where one cannot be told.</summary>
    public IReadOnlyList<ExpressionSyntax?> Of(string name) => _values.TryGetValue(name, out var values) ? values : [];

    /// <summary>Whether what a variable of this name holds may get other elements: it is passed on, stored into, or called by a method that may add.</summary>
    public bool MayChange(string name) => _changed.Contains(name);

    private void Add(ExpressionSyntax target, ExpressionSyntax? value)
    {
        switch (target)
        {
            case IdentifierNameSyntax identifier:
                Add(identifier.Identifier.ValueText, value);
                break;
            case MemberAccessExpressionSyntax access:
                Add(access.Name.Identifier.ValueText, value);
                break;
            case TupleExpressionSyntax tuple:
                for (var index = 0; index < tuple.Arguments.Count; index++)
                {
                    Add(tuple.Arguments[index].Expression, value is TupleExpressionSyntax values && index < values.Arguments.Count ? values.Arguments[index].Expression : null);
                }

                break;
            case ParenthesizedExpressionSyntax parenthesized:
                Add(parenthesized.Expression, value);
                break;
            case ElementAccessExpressionSyntax element:
                Change(element.Expression);
                break;
            default:
                break;
        }
    }

    private void Add(string name, ExpressionSyntax? value)
    {
        if (!_values.TryGetValue(name, out var values))
        {
            _values.Add(name, values = []);
        }

        values.Add(value);
    }

    private void Change(ExpressionSyntax holder)
    {
        switch (holder)
        {
            case IdentifierNameSyntax identifier:
                _changed.Add(identifier.Identifier.ValueText);
                break;
            case MemberAccessExpressionSyntax access:
                _changed.Add(access.Name.Identifier.ValueText);
                break;
            default:
                break;
        }
    }
}
