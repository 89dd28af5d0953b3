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
            switch (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true))
            {
                // Only what was written here as a text; a constant's name has its mistake elsewhere.
                case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal:
                    Register(context, diagnostic, root, literal, name => SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(name)));
                    break;

                // device.vty_1
                case IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax or MemberBindingExpressionSyntax } alias when diagnostic.Id == CallRules.UnknownAliasId && !IsGiven(alias):
                    Register(context, diagnostic, root, alias, name => SyntaxFactory.ParseName(Identifier(name)));
                    break;
                default:
                    break;
            }
        }
    }

    private static void Register(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root, SyntaxNode written, Func<string, SyntaxNode> write)
    {
        var rank = 0;
        foreach (var name in Candidates.From(diagnostic))
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Change to '{name}'",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(written, write(name).WithTriviaFrom(written)))),
                    // The same entry of each list, so that "fix all" takes the nearest everywhere.
                    equivalenceKey: $"{diagnostic.Id}:{rank++}"),
                diagnostic);
        }
    }

    // device.Alias(Names.First): the constant, no member of the device
    private static bool IsGiven(IdentifierNameSyntax name) => name.Parent is MemberAccessExpressionSyntax { Parent: ArgumentSyntax } access && access.Name == name;

    private static string Identifier(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
