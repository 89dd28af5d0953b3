using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConnectionGen.Analyzers;

/// <summary>Finds the calls of a file that make connections. By syntax, so that it is done once a version of a file.</summary>
internal static class CreationSyntax
{
    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<ImmutableArray<Creation>>> s_found = new();

    /// <summary>Whether methods of this name make connections.</summary>
    public static bool Makes(string method) =>
        method.StartsWith("Connect", StringComparison.Ordinal) || method.StartsWith("Instantiate", StringComparison.Ordinal);

    public static ImmutableArray<Creation> In(SyntaxTree tree, CancellationToken cancellationToken) =>
        s_found.GetValue(tree, tree => new StrongBox<ImmutableArray<Creation>>(Find(tree.GetRoot(cancellationToken)))).Value;

    private static ImmutableArray<Creation> Find(SyntaxNode root)
    {
        var found = ImmutableArray.CreateBuilder<Creation>();
        foreach (var node in root.DescendantNodes())
        {
            if (node is InvocationExpressionSyntax call && NameOf(call.Expression) is { } name && Makes(name.Identifier.ValueText) && Read(call, name) is { } creation)
            {
                found.Add(creation);
            }
        }

        return found.ToImmutable();
    }

    private static SimpleNameSyntax? NameOf(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        SimpleNameSyntax name => name,
        _ => null,
    };

    private static Creation? Read(InvocationExpressionSyntax call, SimpleNameSyntax name)
    {
        var method = name.Identifier.ValueText;
        var isPool = method.EndsWith("Pool", StringComparison.Ordinal) || method.EndsWith("PoolAsync", StringComparison.Ordinal);
        var position = isPool ? 1 : 0;
        if (!TryGive(call.ArgumentList.Arguments, "alias", position, out var alias) || !TryGive(call.ArgumentList.Arguments, "via", position + 1, out var via))
        {
            return null;
        }

        var type = name is GenericNameSyntax { TypeArgumentList.Arguments: [var argument] } ? SimpleName(argument) : null;
        return new Creation(alias, via, type, ShortName(method));
    }

    // False where what stands there shows that the method is another one.
    private static bool TryGive(SeparatedSyntaxList<ArgumentSyntax> arguments, string name, int position, out WrittenText text)
    {
        var argument = arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == name)
            ?? (position < arguments.Count && arguments.Take(position + 1).All(argument => argument.NameColon is null) ? arguments[position] : null);
        text = argument?.Expression switch
        {
            null => WrittenText.Omitted,
            LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal => new WrittenText(literal.Token.ValueText, IsKnown: true),
            LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression or (int)SyntaxKind.DefaultLiteralExpression } => WrittenText.Omitted,
            _ => WrittenText.Unknown,
        };
        return argument?.Expression is not (LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression } or LambdaExpressionSyntax or BaseObjectCreationExpressionSyntax
            or CollectionExpressionSyntax or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or ThisExpressionSyntax or TypeOfExpressionSyntax);
    }

    private static string SimpleName(TypeSyntax type) => type switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
        _ => "",
    };

    // ConnectTelnetPoolAsync -> Telnet
    private static string ShortName(string method)
    {
        var name = method.Substring(method.StartsWith("Connect", StringComparison.Ordinal) ? "Connect".Length : "Instantiate".Length);
        name = name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Async".Length) : name;
        return name.EndsWith("Pool", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Pool".Length) : name;
    }
}
