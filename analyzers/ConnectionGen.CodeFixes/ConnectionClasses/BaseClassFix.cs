using System.Collections.Immutable;
using System.Composition;
using ConnectionGen.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace ConnectionGen.CodeFixes;

/// <summary>Derives a connection class from <c>Connection</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class BaseClassFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [ConnectionClassRules.NotAConnectionId];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            // A class has one base only, so one that derives from another class is not for a fix to decide.
            if (root?.FindNode(diagnostic.Location.SourceSpan) is ClassDeclarationSyntax type
                && model?.GetDeclaredSymbol(type, context.CancellationToken) is { BaseType.SpecialType: SpecialType.System_Object })
            {
                context.RegisterCodeFix(
                    CodeAction.Create($"Derive '{type.Identifier.ValueText}' from Connection", _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(type, Derived(type)))), diagnostic.Id),
                    diagnostic);
            }
        }
    }

    private static ClassDeclarationSyntax Derived(ClassDeclarationSyntax type)
    {
        var name = SyntaxFactory.ParseTypeName("global::ConnectionGen.Connection").WithAdditionalAnnotations(Simplifier.Annotation);
        var context = type.ParameterList?.Parameters.FirstOrDefault(parameter => parameter.Type?.ToString().EndsWith("ConnectionContext", StringComparison.Ordinal) == true);
        BaseTypeSyntax connection = context is null
            ? SyntaxFactory.SimpleBaseType(name)
            : SyntaxFactory.PrimaryConstructorBaseType(name, SyntaxFactory.ParseArgumentList($"({context.Identifier.Text})"));
        if (type.BaseList is { } bases)
        {
            return type.WithBaseList(bases.WithTypes(bases.Types.Insert(0, connection)));
        }

        // What ended the line before the brace now ends it after the base class.
        SyntaxNodeOrToken last = type.ParameterList ?? (SyntaxNodeOrToken)type.Identifier;
        var list = SyntaxFactory.BaseList(SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(SyntaxFactory.Space), [connection])
            .WithLeadingTrivia(SyntaxFactory.Space)
            .WithTrailingTrivia(last.GetTrailingTrivia());
        var bare = type.ParameterList is { } parameters ? type.WithParameterList(parameters.WithoutTrailingTrivia()) : type.WithIdentifier(type.Identifier.WithTrailingTrivia());
        return bare.WithBaseList(list);
    }
}
