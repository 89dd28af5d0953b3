using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConnectionGen.Analyzers;

/// <summary>Finds the device and alias behind a connection handle: <c>device.Alias("x")</c>, <c>device.x</c>, and variables of these.</summary>
internal sealed class HandleSource(TestbedTypes types, SemanticModel model, DeviceSource devices, CancellationToken cancellationToken)
{
    public HandleAnswer Find(ExpressionSyntax expression, int depth)
    {
        if (depth == 0 || Branches.Of(expression).Take(2).ToArray() is not [var branch])
        {
            return HandleAnswer.Unknown;
        }

        switch (branch)
        {
            case InvocationExpressionSyntax call when Receiver(call.Expression, "Alias") is { } device:
                var aliases = call.ArgumentList.Arguments is [var argument] ? ConstantTexts.All(argument.Expression, types.Models, model, cancellationToken) : [null];
                return aliases is { IsDefault: false, Length: 1 } ? new HandleAnswer(devices.Find(device), aliases[0], IsAliasKnown: true) : HandleAnswer.Unknown with { Device = devices.Find(device) };
            case MemberAccessExpressionSyntax or MemberBindingExpressionSyntax or IdentifierNameSyntax:
                return OfMember(branch, depth);
            default:
                return HandleAnswer.Unknown;
        }
    }

    private HandleAnswer OfMember(ExpressionSyntax branch, int depth)
    {
        var symbol = model.GetSymbolInfo(branch, cancellationToken).Symbol;
        if (symbol is IPropertySymbol property && MarkedCall.ReceiverOf(branch) is { } device && types.IsDevice(model.GetTypeInfo(device, cancellationToken).Type))
        {
            // the alias as generated; Device.Pool is one of two
            return new HandleAnswer(devices.Find(device), property.Name, property.ContainingType.IsExtension);
        }

        return new Origins(types.Models, model, cancellationToken).Of(symbol) is { } origin
            ? new DeviceSource(types, types.Models.For(origin, model), cancellationToken).FindHandle(origin, depth - 1)
            : HandleAnswer.Unknown;
    }

    private static ExpressionSyntax? Receiver(ExpressionSyntax called, string method) => called switch
    {
        MemberAccessExpressionSyntax access when access.Name.Identifier.ValueText == method => access.Expression,
        MemberBindingExpressionSyntax binding when binding.Name.Identifier.ValueText == method => MarkedCall.ReceiverOf(binding),
        _ => null,
    };
}
