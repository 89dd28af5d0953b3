using System.Collections.Immutable;
using System.Composition;
using ConnectionGen.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace ConnectionGen.CodeFixes;

/// <summary>Gives a service a <c>CancellationToken</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class TokenFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [ServiceRules.NoTokenId];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Add a CancellationToken to '{method.Identifier.ValueText}'",
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(method.ParameterList, WithToken(method.ParameterList)))),
                        diagnostic.Id),
                    diagnostic);
            }
        }
    }

    private static ParameterListSyntax WithToken(ParameterListSyntax list)
    {
        var token = SyntaxFactory.Parameter(SyntaxFactory.Identifier("cancellationToken"))
            .WithType(SyntaxFactory.ParseTypeName("global::System.Threading.CancellationToken").WithAdditionalAnnotations(Simplifier.Annotation).WithTrailingTrivia(SyntaxFactory.Space))
            .WithDefault(SyntaxFactory.EqualsValueClause(SyntaxFactory.LiteralExpression(SyntaxKind.DefaultLiteralExpression)))
            .WithAdditionalAnnotations(Formatter.Annotation);

        // Nothing may follow a list of any length.
        var parameters = list.Parameters;
        if (parameters.LastOrDefault() is not { } last)
        {
            return list.WithParameters(parameters.Add(token)).WithAdditionalAnnotations(Formatter.Annotation);
        }

        if (last.Modifiers.Any(SyntaxKind.ParamsKeyword))
        {
            return list.WithParameters(parameters.Insert(parameters.Count - 1, token)).WithAdditionalAnnotations(Formatter.Annotation);
        }

        // Where each stands on a line of its own, this one does, too.
        var first = list.OpenParenToken.TrailingTrivia;
        return first.Count > 0 && first[first.Count - 1].IsKind(SyntaxKind.EndOfLineTrivia)
            ? list.WithParameters(SyntaxFactory.SeparatedList<ParameterSyntax>(
            [
                .. parameters.GetWithSeparators(),
                SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(first[first.Count - 1]),
                token.WithLeadingTrivia(last.GetLeadingTrivia()).WithoutAnnotations(Formatter.Annotation),
            ]))
            : list.WithParameters(parameters.Add(token)).WithAdditionalAnnotations(Formatter.Annotation);
    }
}
