using System.Collections.Immutable;
using System.Composition;
using ConnectionGen.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace ConnectionGen.CodeFixes;

/// <summary>Makes a class partial or unsealed, a service public or virtual.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ModifierFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [ConnectionClassRules.NotPartialId, ConnectionClassRules.CannotDeriveId, ServiceRules.NotVirtualId, ServiceRules.NotPublicId];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member && Change(diagnostic.Id, member) is var (title, change, accessibility))
            {
                context.RegisterCodeFix(CodeAction.Create(title, token => ChangeAsync(context.Document, member, change, accessibility, token), diagnostic.Id), diagnostic);
            }
        }
    }

    private static (string Title, Func<DeclarationModifiers, DeclarationModifiers> Change, Accessibility? Accessibility)? Change(string id, MemberDeclarationSyntax member) => (id, member) switch
    {
        (ConnectionClassRules.NotPartialId, TypeDeclarationSyntax type) => ($"Make '{type.Identifier.ValueText}' partial", modifiers => modifiers.WithPartial(true), null),
        (ConnectionClassRules.CannotDeriveId, ClassDeclarationSyntax type) when type.Modifiers.Any(SyntaxKind.SealedKeyword) =>
            ($"Unseal '{type.Identifier.ValueText}'", modifiers => modifiers.WithIsSealed(false), null),
        (ServiceRules.NotVirtualId, MethodDeclarationSyntax method) => ($"Make '{method.Identifier.ValueText}' virtual", Open, null),
        (ServiceRules.NotPublicId, MethodDeclarationSyntax { ExplicitInterfaceSpecifier: null } method) =>
            ($"Make '{method.Identifier.ValueText}' public and virtual", modifiers => Open(modifiers.WithIsStatic(false)), Accessibility.Public),
        _ => null,
    };

    private static DeclarationModifiers Open(DeclarationModifiers modifiers) =>
        modifiers.IsOverride ? modifiers.WithIsSealed(false) : modifiers.IsAbstract ? modifiers : modifiers.WithIsVirtual(true);

    private static async Task<Document> ChangeAsync(
        Document document, SyntaxNode member, Func<DeclarationModifiers, DeclarationModifiers> change, Accessibility? accessibility, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        editor.SetModifiers(member, change(editor.Generator.GetModifiers(member)));
        if (accessibility is { } wanted)
        {
            editor.SetAccessibility(member, wanted);
        }

        return editor.GetChangedDocument();
    }
}
