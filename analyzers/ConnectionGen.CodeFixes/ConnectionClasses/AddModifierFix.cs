using System.Collections.Immutable;
using System.Composition;
using ConnectionGen.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace ConnectionGen.CodeFixes;

/// <summary>Makes a class partial and a service virtual.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AddModifierFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [ConnectionClassRules.NotPartialId, ServiceRules.NotVirtualId];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member && Change(diagnostic.Id, member) is var (title, change))
            {
                context.RegisterCodeFix(CodeAction.Create(title, token => ChangeAsync(context.Document, member, change, token), diagnostic.Id), diagnostic);
            }
        }
    }

    private static (string Title, Func<DeclarationModifiers, DeclarationModifiers> Change)? Change(string id, MemberDeclarationSyntax member) => (id, member) switch
    {
        (ConnectionClassRules.NotPartialId, TypeDeclarationSyntax type) => ($"Make '{type.Identifier.ValueText}' partial", modifiers => modifiers.WithPartial(true)),
        (ServiceRules.NotVirtualId, MethodDeclarationSyntax method) => ($"Make '{method.Identifier.ValueText}' virtual", modifiers => modifiers.IsOverride ? modifiers.WithIsSealed(false) : modifiers.WithIsVirtual(true)),
        _ => null,
    };

    private static async Task<Document> ChangeAsync(Document document, SyntaxNode member, Func<DeclarationModifiers, DeclarationModifiers> change, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        editor.SetModifiers(member, change(editor.Generator.GetModifiers(member)));
        return editor.GetChangedDocument();
    }
}
