using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConnectionGen.Generators;

/// <summary>Finds the constant aliases that code connects, by syntax alone: what the calls are made on is partly our own output.</summary>
internal static class AliasParser
{
    public static EquatableArray<string> Parse(SyntaxTree tree, CancellationToken cancellationToken)
    {
        SortedSet<string>? aliases = null;
        foreach (var node in tree.GetRoot(cancellationToken).DescendantNodes())
        {
            if (node is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } call && Name(call.Expression) is { } name && Makes(name)
                && Alias(arguments, name) is { } alias && IsPropertyName(alias))
            {
                cancellationToken.ThrowIfCancellationRequested();
                (aliases ??= new(StringComparer.Ordinal)).Add(alias);
            }
        }

        return aliases is null ? default : aliases.ToEquatableArray();
    }

    public static bool IsPropertyName(string alias) => SyntaxFacts.IsValidIdentifier(alias);

    private static string? Name(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax member => member.Name.Identifier.ValueText,

        // in a part of a device's own class
        SimpleNameSyntax own => own.Identifier.ValueText,
        _ => null,
    };

    private static bool Makes(string name) => name.StartsWith("Connect", StringComparison.Ordinal) || name.StartsWith("Instantiate", StringComparison.Ordinal);

    private static string? Alias(SeparatedSyntaxList<ArgumentSyntax> arguments, string method)
    {
        foreach (var argument in arguments)
        {
            if (argument.NameColon?.Name.Identifier.ValueText == "alias")
            {
                return Text(argument);
            }
        }

        // a pool's size comes before its alias
        var position = method.EndsWith("Pool", StringComparison.Ordinal) || method.EndsWith("PoolAsync", StringComparison.Ordinal) ? 1 : 0;
        return arguments.Count > position && arguments[position].NameColon is null ? Text(arguments[position]) : null;
    }

    private static string? Text(ArgumentSyntax argument) =>
        argument.Expression is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.StringLiteralExpression) ? literal.Token.ValueText : null;
}
