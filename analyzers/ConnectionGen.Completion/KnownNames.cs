using ConnectionGen.Analyzers;
using ConnectionGen.TestbedFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConnectionGen.Completion;

/// <summary>A name that may stand in a literal.</summary>
/// <param name="Text">The name.</param>
/// <param name="Kind">What it names, beside it in the list.</param>
/// <param name="Description">Where it is from, for the tool tip.</param>
internal sealed record KnownName(string Text, string Kind, string Description);

/// <summary>What the analyzers know of the place where a literal stands, as a list of names.</summary>
internal static class KnownNames
{
    public static IReadOnlyList<KnownName> At(LiteralExpressionSyntax literal, SemanticModel model, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        if (ArgumentOf(literal) is not { Parent: BaseArgumentListSyntax { Parent: { } owner } } argument
            || TestbedTypes.Of(model.Compilation, options, cancellationToken) is not { } types)
        {
            return [];
        }

        var names = owner is ElementAccessExpressionSyntax access ? Devices(access, types, model, cancellationToken) : OfCall(owner, argument, types, model, cancellationToken);
        return [.. names.Where(name => name.Text.IndexOfAny(['"', '\\', '\n']) < 0).GroupBy(name => name.Text, StringComparer.Ordinal).Select(group => group.First())];
    }

    // each branch of an expression that chooses is a value of the argument
    private static ArgumentSyntax? ArgumentOf(ExpressionSyntax expression)
    {
        SyntaxNode node = expression;
        while (node.Parent is ParenthesizedExpressionSyntax or ConditionalExpressionSyntax or SwitchExpressionArmSyntax or SwitchExpressionSyntax
            or BinaryExpressionSyntax { RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.CoalesceExpression })
        {
            node = node.Parent;
        }

        return node.Parent as ArgumentSyntax;
    }

    private static IEnumerable<KnownName> Devices(ElementAccessExpressionSyntax access, TestbedTypes types, SemanticModel model, CancellationToken cancellationToken)
    {
        if (new DeviceSource(types, model, cancellationToken).TestbedOfDevices(access.Expression) is not { IsForeign: false } testbed)
        {
            return [];
        }

        var items = testbed.Items.Length > 0 ? testbed.Items : types.Items.All;
        return items.SelectMany(item => DeviceNames.Of(item).Select(name => new KnownName(name, "device", $"A device of {types.Items.NameOf(item)}.")));
    }

    private static IEnumerable<KnownName> OfCall(SyntaxNode owner, ArgumentSyntax argument, TestbedTypes types, SemanticModel model, CancellationToken cancellationToken) =>
        MarkedMethods.Of(model.Compilation, cancellationToken) is { } methods
            ? MarkedCall.PossibleFrom(owner, methods, model, cancellationToken).SelectMany(call => OfCall(call, argument, types, model, cancellationToken))
            : [];

    private static IEnumerable<KnownName> OfCall(MarkedCall call, ArgumentSyntax argument, TestbedTypes types, SemanticModel model, CancellationToken cancellationToken)
    {
        var isPath = call.Marked.Via.Any(parameter => call.Argument(parameter) == argument.Expression);
        if (!isPath && !call.Marked.Alias.Any(parameter => call.Argument(parameter) == argument.Expression))
        {
            return [];
        }

        var device = call.Device(new DeviceSource(types, model, cancellationToken), types);
        return isPath ? Paths(device, types.Items) : Aliases(device, argument, model.Compilation, cancellationToken);
    }

    private static IEnumerable<KnownName> Paths(DeviceAnswer device, TestbedItems items)
    {
        if (device.IsForeign)
        {
            return [];
        }

        var devices = device.IsKnown
            ? device.Alternatives.SelectMany(group => group)
            : items.All.SelectMany(item => item.Document.Devices.Select(node => KnownDevice.Of(item, node)));
        return devices.SelectMany(known => known.Paths.Select(path => new KnownName(path, Protocol(known, path), $"A path of device '{known.Name}'{known.Place}.")));
    }

    private static string Protocol(KnownDevice device, string path) =>
        device.Node?.Paths.FirstOrDefault(node => node.Name == path)?.Body.Text("protocol") ?? "path";

    private static IEnumerable<KnownName> Aliases(DeviceAnswer device, ArgumentSyntax written, Compilation compilation, CancellationToken cancellationToken)
    {
        var ofFile = device.Alternatives.SelectMany(group => group)
            .Select(known => new KnownName(known.Node?.Defaults?.Text("alias") ?? "default", "alias", $"The default connection of device '{known.Name}'."));
        var ofCode = compilation.SyntaxTrees.SelectMany(tree => CreationSyntax.In(tree, cancellationToken))
            .Select(creation => creation.Alias.Text).OfType<string>()
            .Where(alias => alias.Length > 0 && !IsBeingTyped(alias, written))
            .OrderBy(alias => alias, StringComparer.Ordinal)
            .Select(alias => new KnownName(alias, "alias", "Connected in this project."));
        return ofFile.Concat(ofCode);
    }

    // what stands in the literal already is no other call's alias
    private static bool IsBeingTyped(string alias, ArgumentSyntax written) => written.Expression is LiteralExpressionSyntax literal && literal.Token.ValueText == alias;
}
