using ConnectionGen.TestbedFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConnectionGen.Analyzers;

/// <summary>Finds the device behind an expression.</summary>
internal sealed class DeviceSource(TestbedTypes types, SemanticModel model, CancellationToken cancellationToken)
{
    private const int Deepest = 8;

    private readonly Origins _origins = new(model, cancellationToken);
    private readonly TestbedSource _testbeds = new(types, model, cancellationToken);

    public DeviceAnswer Find(ExpressionSyntax expression) => Find(expression, Deepest);

    /// <summary>The answer for a call without a receiver: the device type around it.</summary>
    public DeviceAnswer FindEnclosing(SyntaxNode node)
    {
        for (var type = model.GetEnclosingSymbol(node.SpanStart, cancellationToken)?.ContainingType; type is not null; type = type.ContainingType)
        {
            if (types.DeviceOf(type) is { } device)
            {
                return DeviceAnswer.One(device);
            }
        }

        return DeviceAnswer.Unknown;
    }

    /// <summary>The testbed behind <c>X.Devices</c>, or null where an expression is something else.</summary>
    public TestbedAnswer? TestbedOfDevices(ExpressionSyntax expression)
    {
        if (expression is not (IdentifierNameSyntax { Identifier.ValueText: "Devices" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Devices" })
            || model.GetSymbolInfo(expression, cancellationToken).Symbol is not IPropertySymbol property
            || !types.IsTestbed(property.ContainingType))
        {
            return null;
        }

        return expression is MemberAccessExpressionSyntax access ? _testbeds.Find(access.Expression) : _testbeds.FindEnclosing(expression);
    }

    private DeviceAnswer Find(ExpressionSyntax expression, int depth) =>
        DeviceAnswer.Each(Branches.Of(expression).Select(branch => FindBranch(branch, depth)));

    private DeviceAnswer FindBranch(ExpressionSyntax branch, int depth)
    {
        if (types.DeviceOf(model.GetTypeInfo(branch, cancellationToken).Type) is { } device)
        {
            return DeviceAnswer.One(device);
        }

        if (depth == 0)
        {
            return DeviceAnswer.Unknown;
        }

        return branch switch
        {
            ElementAccessExpressionSyntax { ArgumentList.Arguments: [var name] } element when TestbedOfDevices(element.Expression) is { } testbed => Named(testbed, name.Expression),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } when DeviceSequence.IsElement(access.Name.Identifier.ValueText) => Element(access.Expression, depth - 1),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" } pair when IsPair(pair.Expression) => FindVariable(pair.Expression, depth - 1),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Device" or "ConnectionManager" } owner => Find(owner.Expression, depth - 1),
            IdentifierNameSyntax or MemberAccessExpressionSyntax => FindVariable(branch, depth - 1),
            _ => DeviceAnswer.Unknown,
        };
    }

    private DeviceAnswer FindVariable(ExpressionSyntax variable, int depth)
    {
        var symbol = model.GetSymbolInfo(variable, cancellationToken).Symbol;
        var declaration = _origins.DeclarationOf(symbol);
        if (Origins.InitializerOf(declaration) is { } origin)
        {
            return Find(origin, depth);
        }

        return declaration switch
        {
            ForEachStatementSyntax each => Element(each.Expression, depth),
            SingleVariableDesignationSyntax { Parent: ParenthesizedVariableDesignationSyntax { Parent: DeclarationExpressionSyntax { Parent: ForEachVariableStatementSyntax each } } } => Element(each.Expression, depth),
            SingleVariableDesignationSyntax { Parent: DeclarationExpressionSyntax { Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } } } => Tried(call),
            ParameterSyntax parameter => OfLambda(parameter, depth),
            _ => DeviceAnswer.Unknown,
        };
    }

    // devices.TryGetValue("phoenix", out var device)
    private DeviceAnswer Tried(InvocationExpressionSyntax call) =>
        call is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TryGetValue" } access, ArgumentList.Arguments: [var name, _] }
            && TestbedOfDevices(access.Expression) is { } testbed
                ? Named(testbed, name.Expression)
                : DeviceAnswer.Unknown;

    // lab.Devices.Values.Select(device => …): the elements of what the method is called on.
    private DeviceAnswer OfLambda(ParameterSyntax parameter, int depth)
    {
        var lambda = parameter.FirstAncestorOrSelf<LambdaExpressionSyntax>();
        return lambda?.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } } }
            ? Element(access.Expression, depth)
            : DeviceAnswer.Unknown;
    }

    // One of the elements of a sequence, nobody knows which.
    private DeviceAnswer Element(ExpressionSyntax sequence, int depth)
    {
        if (depth <= 0)
        {
            return DeviceAnswer.Unknown;
        }

        switch (sequence)
        {
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } when DeviceSequence.KeepsElements(access.Name.Identifier.ValueText):
                return Element(access.Expression, depth - 1);
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Values" } values when TestbedOfDevices(values.Expression) is { } testbed:
                return All(testbed);
            case IdentifierNameSyntax or MemberAccessExpressionSyntax when TestbedOfDevices(sequence) is { } testbed:
                return All(testbed);
            case IdentifierNameSyntax or MemberAccessExpressionSyntax:
                return Origins.InitializerOf(_origins.DeclarationOf(model.GetSymbolInfo(sequence, cancellationToken).Symbol)) is { } origin
                    ? Element(origin, depth - 1)
                    : DeviceAnswer.Unknown;
            default:
                return DeviceSequence.Written(sequence) is { } elements
                    ? DeviceAnswer.Each(elements.Select(element => Find(element, depth - 1)))
                    : DeviceAnswer.Unknown;
        }
    }

    private bool IsPair(ExpressionSyntax expression) =>
        model.GetTypeInfo(expression, cancellationToken).Type is INamedTypeSymbol { Name: "KeyValuePair", TypeArguments: [_, var value] } && types.IsDevice(value);

    private static DeviceAnswer All(TestbedAnswer testbed) => testbed switch
    {
        { IsForeign: true } => DeviceAnswer.Foreign,
        { Items: [] } => DeviceAnswer.Unknown,
        _ when testbed.Items.All(item => item.IsWhole) => DeviceAnswer.OneOf(testbed.Items.SelectMany(item => item.Document.Devices.Select(node => KnownDevice.Of(item, node)))),
        _ => DeviceAnswer.Foreign,
    };

    private DeviceAnswer Named(TestbedAnswer testbed, ExpressionSyntax name)
    {
        if (testbed.IsForeign)
        {
            return DeviceAnswer.Foreign;
        }

        var texts = ConstantTexts.Of(name, model, cancellationToken).ToArray();
        if (testbed.Items.Length == 0 || texts.Length == 0)
        {
            return testbed.Items.Length == 0 ? DeviceAnswer.Unknown : All(testbed);
        }

        var found = texts.SelectMany(text => testbed.Items.Select(item => (Item: item, Node: DeviceNames.Find(item, text.Value))))
            .Where(pair => pair.Node is not null)
            .Select(pair => DeviceAnswer.One(KnownDevice.Of(pair.Item, pair.Node!)))
            .ToArray();

        // A name that the file does not have is said once, at the name.
        return found.Length == 0 ? DeviceAnswer.Foreign : DeviceAnswer.Each(found);
    }
}
