using System.Collections.Immutable;
using System.Composition;
using ConnectionGen.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConnectionGen.CodeFixes;

/// <summary>Replaces a path, alias, device, service or file that does not exist by one that does, the nearest first.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ReplaceNameFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [CallRules.UnknownPathId, CallRules.UnknownAliasId, CallRules.UnknownDeviceId, CallRules.DefaultsAsPathId, TestbedFileRules.NotAnItemId, WrapperRules.NeverRunsId];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            // Only what was written here as a text; a constant's name has its mistake elsewhere.
            if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal)
            {
                Register(context, diagnostic, root, literal);
            }
        }
    }

    private static void Register(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root, LiteralExpressionSyntax literal)
    {
        var rank = 0;
        foreach (var name in Candidates.From(diagnostic))
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Change to '{name}'",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(literal, Written(name).WithTriviaFrom(literal)))),
                    // The same entry of each list, so that "fix all" takes the nearest everywhere.
                    equivalenceKey: $"{diagnostic.Id}:{rank++}"),
                diagnostic);
        }
    }

    private static LiteralExpressionSyntax Written(string name) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(name));
}
