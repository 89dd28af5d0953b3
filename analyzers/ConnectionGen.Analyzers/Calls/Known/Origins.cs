using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConnectionGen.Analyzers;

/// <summary>Where the value of a variable that is assigned once comes from.</summary>
internal sealed class Origins(SemanticModel model, CancellationToken cancellationToken)
{
    // The names that a body assigns again; one walk a body, however many calls it holds.
    private static readonly ConditionalWeakTable<SyntaxNode, HashSet<string>> s_assigned = new();

    /// <summary>The declaration of a variable whose value never changes after it, or null.</summary>
    public SyntaxNode? DeclarationOf(ISymbol? symbol)
    {
        if (symbol?.DeclaringSyntaxReferences is not [var reference] || reference.SyntaxTree != model.SyntaxTree)
        {
            return null;
        }

        var declaration = reference.GetSyntax(cancellationToken);
        return symbol switch
        {
            ILocalSymbol local => IsAssignedAgain(local.Name, declaration) ? null : declaration,
            IFieldSymbol { IsReadOnly: true } field => IsAssignedAgain(field.Name, TypeOf(declaration)) ? null : declaration,
            IPropertySymbol { SetMethod: null } property => IsAssignedAgain(property.Name, TypeOf(declaration)) ? null : declaration,
            IParameterSymbol parameter => IsAssignedAgain(parameter.Name, declaration) ? null : declaration,
            _ => null,
        };
    }

    /// <summary>The expression that a variable's declaration gives it, or null.</summary>
    public static ExpressionSyntax? InitializerOf(SyntaxNode? declaration) => declaration switch
    {
        VariableDeclaratorSyntax variable => variable.Initializer?.Value,
        PropertyDeclarationSyntax property => property.Initializer?.Value ?? property.ExpressionBody?.Expression,
        SingleVariableDesignationSyntax { Parent: ParenthesizedVariableDesignationSyntax tuple } part => Deconstructed(part, tuple),
        SingleVariableDesignationSyntax designation => Matched(designation),
        _ => null,
    };

    // var (a, b) = (x, y);
    private static ExpressionSyntax? Deconstructed(SingleVariableDesignationSyntax part, ParenthesizedVariableDesignationSyntax tuple) =>
        tuple.Parent is DeclarationExpressionSyntax { Parent: AssignmentExpressionSyntax { Right: TupleExpressionSyntax right } } && tuple.Variables.IndexOf(part) is var index
            && index < right.Arguments.Count
                ? right.Arguments[index].Expression
                : null;

    // x is Device d, x is { } d; (var a, var b) = (x, y)
    private static ExpressionSyntax? Matched(SingleVariableDesignationSyntax designation) => designation.Parent switch
    {
        DeclarationPatternSyntax { Parent: IsPatternExpressionSyntax matched } => matched.Expression,
        RecursivePatternSyntax { Parent: IsPatternExpressionSyntax matched } => matched.Expression,
        VarPatternSyntax { Parent: IsPatternExpressionSyntax matched } => matched.Expression,
        DeclarationExpressionSyntax { Parent: ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax { Right: TupleExpressionSyntax right } } tuple } argument }
            when tuple.Arguments.IndexOf(argument) < right.Arguments.Count => right.Arguments[tuple.Arguments.IndexOf(argument)].Expression,
        _ => null,
    };

    private static TypeDeclarationSyntax? TypeOf(SyntaxNode declaration) => declaration.FirstAncestorOrSelf<TypeDeclarationSyntax>();

    private static bool IsAssignedAgain(string name, SyntaxNode? within)
    {
        // A variable's whole member, a statement of the top level its whole file.
        var scope = within is TypeDeclarationSyntax or null
            ? within
            : within.Ancestors().FirstOrDefault(node => node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or BaseTypeDeclarationSyntax or CompilationUnitSyntax or BasePropertyDeclarationSyntax);
        return scope is null || s_assigned.GetValue(scope, Assigned).Contains(name);
    }

    private static HashSet<string> Assigned(SyntaxNode scope)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in scope.DescendantNodes())
        {
            switch (node)
            {
                case AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax } assignment:
                    Add(names, assignment.Left);
                    break;
                case ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword } argument:
                    Add(names, argument.Expression);
                    break;
                case RefExpressionSyntax reference:
                    Add(names, reference.Expression);
                    break;
                case ForEachVariableStatementSyntax each:
                    Add(names, each.Variable);
                    break;
                default:
                    break;
            }
        }

        return names;
    }

    private static void Add(HashSet<string> names, ExpressionSyntax target)
    {
        switch (target)
        {
            case IdentifierNameSyntax identifier:
                names.Add(identifier.Identifier.ValueText);
                break;
            case MemberAccessExpressionSyntax access:
                names.Add(access.Name.Identifier.ValueText);
                break;
            case TupleExpressionSyntax tuple:
                foreach (var argument in tuple.Arguments)
                {
                    Add(names, argument.Expression);
                }

                break;
            case ParenthesizedExpressionSyntax parenthesized:
                Add(names, parenthesized.Expression);
                break;
            default:
                break;
        }
    }
}
