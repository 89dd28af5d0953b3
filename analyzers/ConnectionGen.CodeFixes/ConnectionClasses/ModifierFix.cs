using System.Collections.Immutable;
using System.Composition;
using ConnectionGen.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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
            if (root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member && Change(diagnostic.Id, member) is var (title, changed))
            {
                context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(member, changed))), diagnostic.Id), diagnostic);
            }
        }
    }

    private static (string Title, MemberDeclarationSyntax Changed)? Change(string id, MemberDeclarationSyntax member) => (id, member) switch
    {
        (ConnectionClassRules.NotPartialId, TypeDeclarationSyntax type) =>
            ($"Make '{type.Identifier.ValueText}' partial", type.With(type.Modifiers.Add(SyntaxKind.PartialKeyword))),
        (ConnectionClassRules.CannotDeriveId, ClassDeclarationSyntax type) when type.Modifiers.Any(SyntaxKind.SealedKeyword) =>
            ($"Unseal '{type.Identifier.ValueText}'", type.With(type.Modifiers.Without(SyntaxKind.SealedKeyword))),
        (ServiceRules.NotVirtualId, MethodDeclarationSyntax method) =>
            ($"Make '{method.Identifier.ValueText}' virtual", method.With(Open(method.Modifiers))),
        (ServiceRules.NotPublicId, MethodDeclarationSyntax { ExplicitInterfaceSpecifier: null } method) =>
            ($"Make '{method.Identifier.ValueText}' public and virtual", method.With(Open(Publish(method.Modifiers)))),
        _ => null,
    };

    private static SyntaxTokenList Open(SyntaxTokenList modifiers) =>
        modifiers.Any(SyntaxKind.OverrideKeyword) ? modifiers.Without(SyntaxKind.SealedKeyword)
        : modifiers.Any(SyntaxKind.AbstractKeyword) || modifiers.Any(SyntaxKind.VirtualKeyword) ? modifiers
        : modifiers.InsertAfterAccess(SyntaxKind.VirtualKeyword);

    private static SyntaxTokenList Publish(SyntaxTokenList modifiers) => modifiers
        .Without(SyntaxKind.PrivateKeyword, SyntaxKind.ProtectedKeyword, SyntaxKind.InternalKeyword, SyntaxKind.PublicKeyword, SyntaxKind.StaticKeyword)
        .Insert(0, Modifiers.Word(SyntaxKind.PublicKeyword));
}
