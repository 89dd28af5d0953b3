using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConnectionGen.Analyzers;

/// <summary>Finds the calls of a file that may make connections. By syntax, so that it is done once a version of a file.</summary>
internal static class CreationSyntax
{
    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<ImmutableArray<Creation>>> s_found = new();

    /// <summary>Whether methods of this name make connections.</summary>
    public static bool Makes(string method) =>
        method.StartsWith("Connect", StringComparison.Ordinal) || method.StartsWith("Instantiate", StringComparison.Ordinal);

    public static ImmutableArray<Creation> In(SyntaxTree tree, CancellationToken cancellationToken) =>
        s_found.GetValue(tree, tree => new StrongBox<ImmutableArray<Creation>>(Find(tree.GetRoot(cancellationToken)))).Value;

    /// <summary>The device that an expression names, as written: what a handle or manager is of.</summary>
    public static string DeviceText(ExpressionSyntax? receiver) => receiver switch
    {
        null => "",
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConnectionManager" } manager => DeviceText(manager.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Alias" } handle } => DeviceText(handle.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed => DeviceText(suppressed.Operand),
        _ => receiver.ToString(),
    };

    /// <summary>Whether a handle goes where it cannot be followed, so that a connection may be made through it later.</summary>
    public static bool IsKept(SyntaxNode handle) => handle.Parent switch
    {
        MemberAccessExpressionSyntax or ConditionalAccessExpressionSyntax or ExpressionStatementSyntax => false,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } } => false,
        EqualsValueClauseSyntax => UsesOf(handle).Any(use => use.Parent is not MemberAccessExpressionSyntax access || access.Expression != use),
        _ => true,
    };

    /// <summary>Where a local is used that a handle is assigned to; the handle itself where there is no such local.</summary>
    public static IEnumerable<SyntaxNode> UsesOf(SyntaxNode handle)
    {
        if (handle.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax local } variable })
        {
            return [handle];
        }

        // of the top level, the whole file
        var scope = local.Parent is GlobalStatementSyntax { Parent: { } file } ? file : local.Parent;
        return scope?.DescendantNodes().Where(node => node is IdentifierNameSyntax name && name.Identifier.ValueText == variable.Identifier.ValueText) ?? [];
    }

    private static ImmutableArray<Creation> Find(SyntaxNode root)
    {
        var found = ImmutableArray.CreateBuilder<Creation>();
        foreach (var node in root.DescendantNodes())
        {
            if (node is InvocationExpressionSyntax call && NameOf(call.Expression) is { } name && Read(call, name) is { } creation)
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
        var arguments = call.ArgumentList.Arguments;
        var receiver = (call.Expression as MemberAccessExpressionSyntax)?.Expression;
        if (!Makes(method))
        {
            return method == "Alias" && name is not GenericNameSyntax && IsKept(call) ? new Creation(call, Written(arguments, "alias", 0), DeviceText(receiver)) : null;
        }

        // device.Alias("x").ConnectAsync(), and device.x.ConnectAsync(), where the first may be a device as well
        if (receiver is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Alias" } } handle)
        {
            return new Creation(call, Written(handle.ArgumentList.Arguments, "alias", 0), DeviceText(handle));
        }

        var isPool = method.EndsWith("Pool", StringComparison.Ordinal) || method.EndsWith("PoolAsync", StringComparison.Ordinal);
        return MayHaveAlias(arguments, isPool ? 1 : 0) ? new Creation(call, Written(arguments, "alias", isPool ? 1 : 0), DeviceText(receiver), !isPool && arguments is [{ NameColon: null }, ..]) : null;
    }

    private static WrittenText Written(SeparatedSyntaxList<ArgumentSyntax> arguments, string name, int position) => Argument(arguments, name, position)?.Expression switch
    {
        null => WrittenText.Omitted,
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal => new WrittenText(literal.Token.ValueText, IsKnown: true),
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression or (int)SyntaxKind.DefaultLiteralExpression } => WrittenText.Omitted,
        _ => WrittenText.Unknown,
    };

    private static ArgumentSyntax? Argument(SeparatedSyntaxList<ArgumentSyntax> arguments, string name, int position) =>
        arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == name)
        ?? (position < arguments.Count && arguments.Take(position + 1).All(argument => argument.NameColon is null) ? arguments[position] : null);

    // False where what stands there shows that the method is another one.
    private static bool MayHaveAlias(SeparatedSyntaxList<ArgumentSyntax> arguments, int position) => Argument(arguments, "alias", position)?.Expression is not (
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression } or LambdaExpressionSyntax or BaseObjectCreationExpressionSyntax
        or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or ThisExpressionSyntax or TypeOfExpressionSyntax);
}
