using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConnectionGen.Analyzers;

/// <summary>A call of a method with marked parameters, bound.</summary>
internal sealed class MarkedCall
{
    private MarkedCall(SyntaxNode node, IMethodSymbol method, BaseArgumentListSyntax arguments, MarkedParameters marked)
    {
        Node = node;
        Method = method;
        Arguments = arguments;
        Marked = marked;
    }

    public SyntaxNode Node { get; }

    public IMethodSymbol Method { get; }

    public BaseArgumentListSyntax Arguments { get; }

    public MarkedParameters Marked { get; }

    /// <summary>The call that a node is, or null where it is none of a method with marked parameters.</summary>
    public static MarkedCall? From(SyntaxNode node, MarkedMethods methods, SemanticModel model, CancellationToken cancellationToken)
    {
        var (name, arguments) = node switch
        {
            InvocationExpressionSyntax call => (NameOf(call.Expression), call.ArgumentList),
            ObjectCreationExpressionSyntax creation => (NameOf(creation.Type), creation.ArgumentList),
            ImplicitObjectCreationExpressionSyntax creation => (null, creation.ArgumentList),
            ConstructorInitializerSyntax initializer => (null, initializer.ArgumentList),
            PrimaryConstructorBaseTypeSyntax parent => (NameOf(parent.Type), parent.ArgumentList),
            _ => (null, null),
        };

        if (arguments is null || arguments.Arguments.Count == 0 || (name is not null && !methods.MayBe(name)))
        {
            return null;
        }

        return model.GetSymbolInfo(node, cancellationToken).Symbol is IMethodSymbol method && methods.Of(method) is var marked && marked != MarkedParameters.None
            ? new MarkedCall(node, method, arguments, marked)
            : null;
    }

    /// <summary>The calls that a node may be: where it is still being typed, each of the overloads.</summary>
    public static IEnumerable<MarkedCall> PossibleFrom(SyntaxNode node, MarkedMethods methods, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is not ExpressionSyntax call || node.ChildNodes().OfType<BaseArgumentListSyntax>().FirstOrDefault() is not { } arguments)
        {
            return [];
        }

        var bound = model.GetSymbolInfo(node, cancellationToken);
        return (bound.Symbol is { } symbol ? [symbol] : bound.CandidateSymbols.AsEnumerable()).OfType<IMethodSymbol>()
            .Select(method => (Method: method, Marked: methods.Of(method)))
            .Where(pair => pair.Marked != MarkedParameters.None)
            .Select(pair => new MarkedCall(call, pair.Method, arguments, pair.Marked));
    }

    /// <summary>What the call gives to a parameter, or null where it gives nothing.</summary>
    public ExpressionSyntax? Argument(string parameter)
    {
        for (var index = 0; index < Arguments.Arguments.Count; index++)
        {
            var argument = Arguments.Arguments[index];
            var name = argument.NameColon?.Name.Identifier.ValueText ?? (index < Method.Parameters.Length ? Method.Parameters[index].Name : null);
            if (name == parameter)
            {
                return argument.Expression;
            }
        }

        return null;
    }

    /// <summary>The device that the call is about.</summary>
    public DeviceAnswer Device(DeviceSource source, TestbedTypes types)
    {
        if (ReceiverType is { } receiver && types.IsOfDevice(receiver))
        {
            return ReceiverExpression is { } expression ? source.Find(expression) : source.FindEnclosing(Node);
        }

        if (Method.ContainingType is { } type && types.IsHandle(type) && ReceiverExpression is { } handle)
        {
            return source.FindHandle(handle).Device;
        }

        // A helper: its only device, whichever parameter that is; where the call does not tell which one it is, the parameter may.
        var devices = Method.Parameters.Where(parameter => types.IsDevice(parameter.Type)).ToArray();
        if (devices is not [var only] || Argument(only.Name) is not { } argument)
        {
            return DeviceAnswer.Unknown;
        }

        return source.Find(argument) is { IsKnown: true } given ? given : types.MarkOf(only) is { } marked ? types.Named(marked) : source.Find(argument);
    }

    /// <summary>What the call is made on, where that is written.</summary>
    public ExpressionSyntax? ReceiverExpression => Node is InvocationExpressionSyntax call ? ReceiverOf(call.Expression) : null;

    /// <summary>What a member is accessed on, or null.</summary>
    public static ExpressionSyntax? ReceiverOf(ExpressionSyntax member) => member switch
    {
        MemberAccessExpressionSyntax access => access.Expression,
        MemberBindingExpressionSyntax binding => binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>(access => access.WhenNotNull.Span.Contains(binding.Span))?.Expression,
        _ => null,
    };

    private ITypeSymbol? ReceiverType =>
        Node is not InvocationExpressionSyntax ? null
        : Method is { ReducedFrom: { } extension } ? extension.Parameters[0].Type
        : Method.IsStatic ? null
        : Method.ContainingType is { IsExtension: true, ExtensionParameter: { } extended } ? extended.Type
        : Method.ContainingType;

    /// <summary>The name of a method or type that is called, as written.</summary>
    public static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
        _ => "",
    };
}
