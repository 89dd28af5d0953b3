using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConnectionGen.CodeFixes;

/// <summary>Changes the modifiers of a declaration and nothing else: attributes, comments and line ends stay as they are.</summary>
internal static class Modifiers
{
    public static SyntaxToken Word(SyntaxKind kind) => SyntaxFactory.Token(kind).WithTrailingTrivia(SyntaxFactory.Space);

    public static SyntaxTokenList Add(this SyntaxTokenList modifiers, SyntaxKind kind) => modifiers.Add(Word(kind));

    public static SyntaxTokenList Without(this SyntaxTokenList modifiers, params SyntaxKind[] kinds) => [.. modifiers.Where(modifier => !kinds.Contains(modifier.Kind()))];

    public static SyntaxTokenList InsertAfterAccess(this SyntaxTokenList modifiers, SyntaxKind kind)
    {
        var place = 0;
        while (place < modifiers.Count && (SyntaxFacts.IsAccessibilityModifier(modifiers[place].Kind()) || modifiers[place].IsKind(SyntaxKind.NewKeyword)))
        {
            place++;
        }

        return modifiers.Insert(place, Word(kind));
    }

    /// <summary>The declaration with other modifiers; what stood before the first token after its attributes stands there still.</summary>
    public static MemberDeclarationSyntax With(this MemberDeclarationSyntax member, SyntaxTokenList modifiers)
    {
        var leading = First(member).LeadingTrivia;
        var bare = member.ReplaceToken(First(member), First(member).WithLeadingTrivia());
        var changed = bare.WithModifiers([.. modifiers.Select(modifier => modifier.LeadingTrivia == leading ? modifier.WithLeadingTrivia() : modifier)]);
        return changed.ReplaceToken(First(changed), First(changed).WithLeadingTrivia(leading));
    }

    private static SyntaxToken First(MemberDeclarationSyntax member) =>
        member.AttributeLists.Count > 0 ? member.AttributeLists[member.AttributeLists.Count - 1].GetLastToken().GetNextToken() : member.GetFirstToken();
}
