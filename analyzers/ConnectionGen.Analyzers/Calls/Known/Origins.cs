using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConnectionGen.Analyzers;

/// <summary>Where the value of a variable that is assigned once comes from: a local, a readonly field, a property that is only read.</summary>
internal sealed class Origins(Models models, SemanticModel model, CancellationToken cancellationToken)
{
    /// <summary>The one expression that a variable has its value from, or null.</summary>
    public ExpressionSyntax? Of(ISymbol? symbol) => DeclarationOf(symbol) is { } declaration
        ? InitializerOf(declaration) ?? (MayBeAssignedLater(symbol!, declaration) && Later(symbol!, declaration) is [{ } only] ? only : null)
        : null;

    /// <summary>The same, for what holds several values, none of which changes after it is written out.</summary>
    public ExpressionSyntax? OfHolder(ISymbol? symbol) =>
        Of(symbol) is { } origin && !Scopes(symbol!, Declaration(symbol!)!).Any(scope => Assignments.In(scope).MayChange(symbol!.Name)) ? origin : null;

    /// <summary>The declaration of a variable whose value never changes after it, or null.</summary>
    public SyntaxNode? DeclarationOf(ISymbol? symbol)
    {
        if (symbol is null || Declaration(symbol) is not { } declaration)
        {
            return null;
        }

        return symbol switch
        {
            IRangeVariableSymbol => declaration,
            ILocalSymbol or IParameterSymbol or IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null }
                when Later(symbol, declaration).Count == 0 || (MayBeAssignedLater(symbol, declaration) && Later(symbol, declaration).Count == 1) => declaration,
            _ => null,
        };
    }

    /// <summary>The expression that a variable's declaration gives it, or null.</summary>
    public static ExpressionSyntax? InitializerOf(SyntaxNode? declaration) => declaration switch
    {
        VariableDeclaratorSyntax variable => variable.Initializer?.Value,
        PropertyDeclarationSyntax property => property.Initializer?.Value ?? property.ExpressionBody?.Expression ?? Getter(property),
        SingleVariableDesignationSyntax { Parent: ParenthesizedVariableDesignationSyntax tuple } part => Deconstructed(part, tuple),
        SingleVariableDesignationSyntax designation => Matched(designation),
        _ => null,
    };

    private static ExpressionSyntax? Getter(PropertyDeclarationSyntax property) =>
        property.AccessorList?.Accessors is [{ ExpressionBody.Expression: { } only }] ? only
        : property.AccessorList?.Accessors is [{ Body.Statements: [ReturnStatementSyntax { Expression: { } returned }] }] ? returned
        : null;

    // var (a, b) = (x, y);
    private static ExpressionSyntax? Deconstructed(SingleVariableDesignationSyntax part, ParenthesizedVariableDesignationSyntax tuple) =>
        tuple.Parent is DeclarationExpressionSyntax { Parent: AssignmentExpressionSyntax { Right: TupleExpressionSyntax right } } && tuple.Variables.IndexOf(part) is var index
            && index < right.Arguments.Count
                ? right.Arguments[index].Expression
                : null;

    // x is Device d, x is { } d, case var d; (var a, var b) = (x, y)
    private static ExpressionSyntax? Matched(SingleVariableDesignationSyntax designation)
    {
        if (designation.Parent is DeclarationExpressionSyntax { Parent: ArgumentSyntax { Parent: TupleExpressionSyntax tuple } argument })
        {
            return tuple.Parent is AssignmentExpressionSyntax { Right: TupleExpressionSyntax right } && tuple.Arguments.IndexOf(argument) is var index && index < right.Arguments.Count
                ? right.Arguments[index].Expression
                : null;
        }

        var pattern = designation.Parent;
        while (pattern?.Parent is BinaryPatternSyntax or ParenthesizedPatternSyntax)
        {
            pattern = pattern.Parent;
        }

        return pattern is not PatternSyntax ? null : pattern.Parent switch
        {
            IsPatternExpressionSyntax matched => matched.Expression,
            CasePatternSwitchLabelSyntax { Parent: SwitchSectionSyntax { Parent: SwitchStatementSyntax choice } } => choice.Expression,
            SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } => choice.GoverningExpression,
            _ => null,
        };
    }

    private SyntaxNode? Declaration(ISymbol symbol) => symbol.DeclaringSyntaxReferences is [var reference] ? reference.GetSyntax(cancellationToken) : null;

    private static bool MayBeAssignedLater(ISymbol symbol, SyntaxNode declaration) => symbol is ILocalSymbol or IFieldSymbol or IPropertySymbol && declaration switch
    {
        VariableDeclaratorSyntax { Initializer: null, Parent.Parent: LocalDeclarationStatementSyntax or FieldDeclarationSyntax } => true,
        PropertyDeclarationSyntax { Initializer: null, ExpressionBody: null, AccessorList.Accessors: [{ Body: null, ExpressionBody: null }] } => true,
        _ => false,
    };

    // What is assigned to a variable of this name; a field of another object with the same name counts as one that cannot be told.
    private List<ExpressionSyntax?> Later(ISymbol symbol, SyntaxNode declaration)
    {
        var later = new List<ExpressionSyntax?>();
        foreach (var value in Scopes(symbol, declaration).SelectMany(scope => Assignments.In(scope).Of(symbol.Name)))
        {
            later.Add(value?.Parent is AssignmentExpressionSyntax assignment && IsSame(assignment.Left, symbol) ? value : null);
        }

        return later;
    }

    private bool IsSame(ExpressionSyntax target, ISymbol symbol) =>
        SymbolEqualityComparer.Default.Equals(models.For(target, model).GetSymbolInfo(target, cancellationToken).Symbol, symbol);

    // A local's whole member, of the top level its whole file; of a field each part of its type.
    private IEnumerable<SyntaxNode> Scopes(ISymbol symbol, SyntaxNode declaration)
    {
        if (symbol is IFieldSymbol or IPropertySymbol)
        {
            return symbol.ContainingType.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken));
        }

        return declaration.Ancestors().FirstOrDefault(node => node
            is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or BaseTypeDeclarationSyntax or CompilationUnitSyntax or BasePropertyDeclarationSyntax) is { } scope ? [scope] : [];
    }
}
