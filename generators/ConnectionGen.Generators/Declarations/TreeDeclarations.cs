using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConnectionGen.Generators;

/// <summary>
/// What a syntax tree declares, as a checksum: every token but those inside bodies. While all trees' checksums stay, so does the meaning of every declaration,
/// however much is typed in bodies.
/// </summary>
internal static class TreeDeclarations
{
    private const char Separator = '\u001F';

    public static string Checksum(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        foreach (var part in tree.GetRoot(cancellationToken).DescendantNodesAndTokens(static node => !IsBody(node)))
        {
            if (part.AsNode() is not { } node)
            {
                AddDirectives(part.GetLeadingTrivia(), text);
                text.Append(part.AsToken().Text).Append(Separator);
            }
            else if (IsBody(node))
            {
                cancellationToken.ThrowIfCancellationRequested();
                AddDirectives(node.ContainsDirectives ? node.DescendantTrivia() : [], text);
                text.Append(Separator);
            }
        }

        using var sha = SHA256.Create();
        return Convert.ToBase64String(sha.ComputeHash(Encoding.Unicode.GetBytes(text.ToString())));
    }

    private static bool IsBody(SyntaxNode node) => node is BlockSyntax or ArrowExpressionClauseSyntax or GlobalStatementSyntax;

    // whether a type is nullable depends on what stands above it, also on what stands in the body above it
    private static void AddDirectives(IEnumerable<SyntaxTrivia> trivia, StringBuilder text)
    {
        foreach (var one in trivia)
        {
            if (one.IsKind(SyntaxKind.NullableDirectiveTrivia))
            {
                text.Append(one.ToFullString()).Append(Separator);
            }
        }
    }
}
