using ConnectionGen.TestbedFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConnectionGen.Analyzers;

/// <summary>Finds the device behind an expression.</summary>
internal sealed class DeviceSource
{
    private const int Deepest = 8;

    private readonly TestbedTypes _types;
    private readonly CancellationToken _cancellationToken;
    private readonly Origins _origins;
    private readonly TestbedSource _testbeds;

    public DeviceSource(TestbedTypes types, SemanticModel model, CancellationToken cancellationToken)
    {
        _types = types;
        Model = model;
        _cancellationToken = cancellationToken;
        _origins = new Origins(types.Models, model, cancellationToken);
        _testbeds = new TestbedSource(types, model, cancellationToken);
    }

    public SemanticModel Model { get; }

    public DeviceAnswer Find(ExpressionSyntax expression) => Find(expression, Deepest);

    public HandleAnswer FindHandle(ExpressionSyntax expression) => FindHandle(expression, Deepest);

    internal HandleAnswer FindHandle(ExpressionSyntax expression, int depth) => new HandleSource(_types, Model, this, _cancellationToken).Find(expression, depth);

    /// <summary>The answer for a call without a receiver: the device type around it.</summary>
    public DeviceAnswer FindEnclosing(SyntaxNode node)
    {
        for (var type = Model.GetEnclosingSymbol(node.SpanStart, _cancellationToken)?.ContainingType; type is not null; type = type.ContainingType)
        {
            if (_types.DeviceOf(type) is { } device)
            {
                return DeviceAnswer.One(device);
            }
        }

        return DeviceAnswer.Unknown;
    }

    /// <summary>The devices of the testbed that a call is made on: one of them, nobody knows which.</summary>
    public DeviceAnswer FindAll(InvocationExpressionSyntax call) => All(FindTestbed(call));

    /// <summary>The testbed that a call is made on.</summary>
    public TestbedAnswer FindTestbed(InvocationExpressionSyntax call) => MarkedCall.ReceiverOf(call.Expression) is { } testbed ? _testbeds.Find(testbed) : _testbeds.FindEnclosing(call);

    /// <summary>The testbed behind <c>X.Devices</c>, or null where an expression is something else.</summary>
    public TestbedAnswer? TestbedOfDevices(ExpressionSyntax expression) => TestbedOfDevices(expression, Deepest);

    private TestbedAnswer? TestbedOfDevices(ExpressionSyntax expression, int depth)
    {
        if (depth == 0 || expression is not (IdentifierNameSyntax or MemberAccessExpressionSyntax or MemberBindingExpressionSyntax))
        {
            return null;
        }

        var symbol = Model.GetSymbolInfo(expression, _cancellationToken).Symbol;
        if (symbol is IPropertySymbol { Name: "Devices" } property && _types.IsTestbed(property.ContainingType))
        {
            return MarkedCall.ReceiverOf(expression) is { } testbed ? _testbeds.Find(testbed) : _testbeds.FindEnclosing(expression);
        }

        // var devices = lab.Devices;
        return symbol is ILocalSymbol or IFieldSymbol or IPropertySymbol && _types.MayHoldDevices(symbol) && _origins.Of(symbol) is { } origin
            ? In(origin).TestbedOfDevices(origin, depth - 1)
            : null;
    }

    private DeviceSource In(SyntaxNode node) => node.SyntaxTree == Model.SyntaxTree ? this : new DeviceSource(_types, _types.Models.Of(node.SyntaxTree), _cancellationToken);

    private DeviceAnswer Find(ExpressionSyntax expression, int depth) =>
        DeviceAnswer.Each(Branches.Of(expression).Select(branch => FindBranch(branch, depth)));

    private DeviceAnswer FindBranch(ExpressionSyntax branch, int depth)
    {
        var type = Model.GetTypeInfo(branch, _cancellationToken).Type;
        if (_types.DeviceOf(type) is { } device)
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
            InvocationExpressionSyntax call => OfCall(call, depth - 1),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" } pair when IsPair(pair.Expression) => FindVariable(pair.Expression, depth - 1),
            MemberAccessExpressionSyntax or MemberBindingExpressionSyntax or IdentifierNameSyntax => OfMember(branch, type, depth - 1),
            _ => DeviceAnswer.Unknown,
        };
    }

    // lab.Devices.GetValueOrDefault("phoenix"), lab.Devices.Values.First(), device.ConnectAsync(), and what says itself which device it gives
    private DeviceAnswer OfCall(InvocationExpressionSyntax call, int depth)
    {
        if (MarkedCall.ReceiverOf(call.Expression) is { } receiver && MarkedCall.NameOf(call.Expression) is { } name)
        {
            if (name == "GetValueOrDefault" && call.ArgumentList.Arguments is [var key, ..] && TestbedOfDevices(receiver) is { } testbed)
            {
                return Named(testbed, key.Expression);
            }

            if (DeviceSequence.IsElement(name))
            {
                return Element(receiver, depth);
            }

            if ((CreationSyntax.Makes(name) || name == "Alias") && _types.IsOfDevice(Model.GetTypeInfo(receiver, _cancellationToken).Type))
            {
                return Find(receiver, depth);
            }
        }

        return Model.GetSymbolInfo(call, _cancellationToken).Symbol is IMethodSymbol method && _types.MarkOf(method) is { } marked ? _types.Named(marked) : DeviceAnswer.Unknown;
    }

    private DeviceAnswer OfMember(ExpressionSyntax member, ITypeSymbol? type, int depth)
    {
        var symbol = Model.GetSymbolInfo(member, _cancellationToken).Symbol;
        if (symbol is not null && _types.MarkOf(symbol) is { } marked)
        {
            return _types.Named(marked);
        }

        if (symbol is IPropertySymbol { Name: "Device" or "ConnectionManager" } owned && _types.IsOfLibrary(owned))
        {
            return MarkedCall.ReceiverOf(member) is { } owner ? Find(owner, depth) : FindEnclosing(member);
        }

        return type is not null && _types.IsHandle(type) ? FindHandle(member, depth).Device : FindVariable(member, depth);
    }

    private DeviceAnswer FindVariable(ExpressionSyntax variable, int depth)
    {
        var symbol = Model.GetSymbolInfo(variable, _cancellationToken).Symbol;
        if (symbol is IFieldSymbol { ContainingType.IsTupleType: true } element)
        {
            return OfTupleElement(variable, element, depth);
        }

        if (_origins.Of(symbol) is { } origin)
        {
            return In(origin).Find(origin, depth);
        }

        return _origins.DeclarationOf(symbol) switch
        {
            ForEachStatementSyntax each => In(each).Element(each.Expression, depth),
            FromClauseSyntax from => Element(from.Expression, depth),
            SingleVariableDesignationSyntax { Parent: ParenthesizedVariableDesignationSyntax parts } part => OfPart(part, parts, depth),
            SingleVariableDesignationSyntax { Parent: DeclarationExpressionSyntax { Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } } } => Tried(call),
            ParameterSyntax parameter => OfLambda(parameter, depth),
            _ => DeviceAnswer.Unknown,
        };
    }

    // foreach (var (name, device) in lab.Devices), var (a, b) = pair
    private DeviceAnswer OfPart(SingleVariableDesignationSyntax part, ParenthesizedVariableDesignationSyntax parts, int depth) => parts.Parent?.Parent switch
    {
        ForEachVariableStatementSyntax each => DeviceSequence.Written(Sequence(each.Expression)) is { } written
            ? DeviceAnswer.Each(written.Select(element => OfTuple(element, parts.Variables.IndexOf(part), depth)))
            : Element(each.Expression, depth),
        AssignmentExpressionSyntax { Right: var right } => OfTuple(Sequence(right), parts.Variables.IndexOf(part), depth),
        _ => DeviceAnswer.Unknown,
    };

    // pair.Near, where pair is (Near: lab.Phoenix, Far: lab.R2)
    private DeviceAnswer OfTupleElement(ExpressionSyntax access, IFieldSymbol element, int depth)
    {
        var parts = element.ContainingType.TupleElements;
        var index = parts.IndexOf(parts.FirstOrDefault(part => part.Name == element.Name || part.CorrespondingTupleField?.Name == element.Name)!);
        return MarkedCall.ReceiverOf(access) is { } tuple && index >= 0 ? OfTuple(Sequence(tuple), index, depth) : DeviceAnswer.Unknown;
    }

    private DeviceAnswer OfTuple(ExpressionSyntax tuple, int index, int depth) =>
        tuple is TupleExpressionSyntax { Arguments: var parts } && index >= 0 && index < parts.Count ? In(tuple).Find(parts[index].Expression, depth) : DeviceAnswer.Unknown;

    // What a variable that holds several values was written as, or itself.
    private ExpressionSyntax Sequence(ExpressionSyntax expression) => expression is IdentifierNameSyntax or MemberAccessExpressionSyntax
        && _origins.OfHolder(Model.GetSymbolInfo(expression, _cancellationToken).Symbol) is { } origin ? origin : expression;

    // devices.TryGetValue("phoenix", out var device)
    private DeviceAnswer Tried(InvocationExpressionSyntax call) =>
        MarkedCall.NameOf(call.Expression) == "TryGetValue" && call.ArgumentList.Arguments is [var name, _]
            && MarkedCall.ReceiverOf(call.Expression) is { } devices && TestbedOfDevices(devices) is { } testbed
                ? Named(testbed, name.Expression)
                : DeviceAnswer.Unknown;

    // lab.Devices.Values.Select(device => …): the elements of what the method is called on; lab.CallAsync((device, token) => …): those of the testbed
    private DeviceAnswer OfLambda(ParameterSyntax parameter, int depth)
    {
        var lambda = parameter.FirstAncestorOrSelf<LambdaExpressionSyntax>();
        if (lambda?.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } || !IsFirst(parameter)
            || MarkedCall.NameOf(call.Expression) is not { } name || MarkedCall.ReceiverOf(call.Expression) is not { } receiver || DeviceSequence.MixesElements(name))
        {
            return DeviceAnswer.Unknown;
        }

        if (name is "Call" or "CallAsync" && _types.IsTestbed(Model.GetTypeInfo(receiver, _cancellationToken).Type))
        {
            return FindAll(call);
        }

        // Parallel.ForEachAsync(lab.Devices.Values, …)
        var isOfType = Model.GetSymbolInfo(receiver, _cancellationToken).Symbol is ITypeSymbol;
        return !isOfType ? Element(receiver, depth) : call.ArgumentList.Arguments[0].Expression is var first && first != lambda ? Element(first, depth) : DeviceAnswer.Unknown;
    }

    private static bool IsFirst(ParameterSyntax parameter) => parameter.Parent is not ParameterListSyntax { Parameters: [var first, ..] } || first == parameter;

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
                return _origins.OfHolder(Model.GetSymbolInfo(sequence, _cancellationToken).Symbol) is { } origin ? In(origin).Element(origin, depth - 1) : DeviceAnswer.Unknown;
            default:
                return DeviceSequence.Written(sequence) is { } elements
                    ? DeviceAnswer.Each(elements.Select(element => Find(element, depth - 1)))
                    : DeviceAnswer.Unknown;
        }
    }

    private bool IsPair(ExpressionSyntax expression) =>
        Model.GetTypeInfo(expression, _cancellationToken).Type is INamedTypeSymbol { Name: "KeyValuePair", TypeArguments: [_, var value] } && _types.IsDevice(value);

    private static DeviceAnswer All(TestbedAnswer testbed) => testbed switch
    {
        { IsForeign: true } => DeviceAnswer.Foreign,
        { Items: [] } => DeviceAnswer.Unknown,
        _ when testbed.Items.All(item => item.IsWhole) => DeviceAnswer.OneOf(testbed.Items.SelectMany(item => item.Document.Devices.Select(node => KnownDevice.Of(item, node)))),
        _ => DeviceAnswer.Foreign,
    };

    /// <summary>The device of a testbed that an expression names.</summary>
    public DeviceAnswer Named(TestbedAnswer testbed, ExpressionSyntax name)
    {
        if (testbed.IsForeign)
        {
            return DeviceAnswer.Foreign;
        }

        var texts = ConstantTexts.Of(name, _types.Models, Model, _cancellationToken).ToArray();
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
