using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConnectionGen.Analyzers;

/// <summary>A call of a testbed that names devices, and paths of them: <c>lab.ConnectAsync(["phoenix"], vias: …)</c>.</summary>
/// <param name="Testbed">The testbed.</param>
/// <param name="Names">The devices that it names, as written.</param>
/// <param name="Vias">The paths that it names, each with its device.</param>
internal sealed record TestbedCall(TestbedAnswer Testbed, IReadOnlyList<ExpressionSyntax> Names, IReadOnlyList<(ExpressionSyntax Device, ExpressionSyntax Via)> Vias)
{
    /// <summary>The call that a node is, or null where it is none of a testbed.</summary>
    public static TestbedCall? From(SyntaxNode node, TestbedTypes types, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is not InvocationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } call
            || MarkedCall.NameOf(call.Expression) is not ("Connect" or "ConnectAsync" or "Disconnect" or "DisconnectAsync" or "Destroy" or "DestroyAsync" or "Call" or "CallAsync")
            || model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method
            || !types.IsTestbed(method.ContainingType))
        {
            return null;
        }

        var source = new DeviceSource(types, model, cancellationToken);
        var origins = new Origins(types.Models, model, cancellationToken);
        return new TestbedCall(source.FindTestbed(call), [.. Listed(Written(call, method, "devices", origins, model))], [.. Paired(Written(call, method, "vias", origins, model))]);
    }

    private static ExpressionSyntax? Written(InvocationExpressionSyntax call, IMethodSymbol method, string parameter, Origins origins, SemanticModel model)
    {
        var argument = call.ArgumentList.Arguments
            .Where((given, index) => (given.NameColon?.Name.Identifier.ValueText ?? (index < method.Parameters.Length ? method.Parameters[index].Name : null)) == parameter)
            .FirstOrDefault()?.Expression;
        return argument is IdentifierNameSyntax or MemberAccessExpressionSyntax
            ? origins.OfHolder(model.GetSymbolInfo(argument).Symbol) is { } origin && origin.SyntaxTree == model.SyntaxTree ? origin : null
            : argument;
    }

    private static IEnumerable<ExpressionSyntax> Listed(ExpressionSyntax? list) => list is null ? [] : DeviceSequence.Written(list) ?? [];

    private static IEnumerable<(ExpressionSyntax Device, ExpressionSyntax Via)> Paired(ExpressionSyntax? map)
    {
        foreach (var entry in (map as BaseObjectCreationExpressionSyntax)?.Initializer?.Expressions ?? [])
        {
            switch (entry)
            {
                // ["phoenix"] = "mgmt"
                case AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: [var key] }, Right: var value }:
                    yield return (key.Expression, value);
                    break;
                // { "phoenix", "mgmt" }
                case InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression, Expressions: [var device, var via] }:
                    yield return (device, via);
                    break;
                default:
                    break;
            }
        }
    }
}
