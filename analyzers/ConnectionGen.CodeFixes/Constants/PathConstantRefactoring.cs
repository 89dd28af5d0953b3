using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConnectionGen.CodeFixes;

/// <summary>Writes a path as the testbed's constant instead of a text, <c>"mgmt"</c> as <c>Lab.PhoenixDevice.Via.Mgmt</c>, and back.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp), Shared]
public sealed class PathConstantRefactoring : CodeRefactoringProvider
{
    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || Candidate(root.FindNode(context.Span, getInnermostNodeForTie: true)) is not { } expression)
        {
            return;
        }

        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (model is null || PathConstants.Of(model, context.Document.Project.AnalyzerOptions, context.CancellationToken) is not { } constants)
        {
            return;
        }

        var (title, replacement) = expression is LiteralExpressionSyntax literal
            ? ("Use the testbed's constant", constants.Constant(literal))
            : ("Use the path's name as a text", constants.Text(expression) is { } text ? SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text)) : null);
        if (replacement is not null)
        {
            context.RegisterRefactoring(CodeAction.Create(
                title,
                _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(expression, replacement.WithTriviaFrom(expression)))),
                title));
        }
    }

    // A literal, or the whole of a member access however deep in it the caret stands.
    private static ExpressionSyntax? Candidate(SyntaxNode node)
    {
        if (node is ArgumentSyntax argument)
        {
            node = argument.Expression;
        }

        if (node is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal)
        {
            return literal;
        }

        var member = node;
        while (member.Parent is MemberAccessExpressionSyntax outer && (outer.Name == member || outer.Expression == member))
        {
            member = outer;
        }

        return member as MemberAccessExpressionSyntax;
    }
}
