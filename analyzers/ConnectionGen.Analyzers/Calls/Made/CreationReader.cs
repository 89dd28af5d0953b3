using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConnectionGen.Analyzers;

/// <summary>Binds the calls that make connections: only the few that syntax alone does not tell apart.</summary>
internal sealed class CreationReader(TestbedTypes types, MarkedMethods methods, LibraryTypes library)
{
    private readonly ConcurrentDictionary<Creation, MadeConnection?> _made = new();

    /// <summary>What a call makes; null where it makes no connection.</summary>
    public MadeConnection? Read(Creation creation, CancellationToken cancellationToken) => _made.GetOrAdd(creation, creation => Bind(creation, cancellationToken));

    private MadeConnection? Bind(Creation creation, CancellationToken cancellationToken)
    {
        var model = types.Models.Of(creation.Call.SyntaxTree);
        var symbol = model.GetSymbolInfo(creation.Call, cancellationToken);
        if ((symbol.Symbol ?? symbol.CandidateSymbols.FirstOrDefault()) is not IMethodSymbol method)
        {
            // A call that is wrong in itself may be meant to make anything.
            return new MadeConnection(DeviceAnswer.Unknown, default, null, IsClassKnown: false, default);
        }

        var source = new DeviceSource(types, model, cancellationToken);
        if (types.IsTestbed(method.ContainingType))
        {
            return OfTestbed(creation.Call, method, source);
        }

        var receiver = (creation.Call.Expression as MemberAccessExpressionSyntax)?.Expression;
        if (receiver is not null && types.IsHandle(method.ContainingType))
        {
            var handle = source.FindHandle(receiver);
            return new MadeConnection(handle.Device, handle.IsAliasKnown ? [handle.Alias] : default, null, IsClassKnown: true, Texts(creation.Call, method, source, marked => marked.Via, cancellationToken));
        }

        if (method is { Name: "Alias" } && types.IsDevice(method.ContainingType))
        {
            var handle = source.FindHandle(creation.Call);
            return new MadeConnection(handle.Device, handle.IsAliasKnown ? [handle.Alias] : default, null, IsClassKnown: false, default);
        }

        return MarkedCall.From(creation.Call, methods, model, cancellationToken) is { Marked.Alias.Count: > 0 } call
            ? OfCall(call, source, cancellationToken)
            : IsWithoutArguments(creation.Call, method) ? new MadeConnection(Receiver(creation.Call, method, source), [null], Asked(method.ReturnType), IsKnown(method.ReturnType), [null]) : null;
    }

    private MadeConnection OfCall(MarkedCall call, DeviceSource source, CancellationToken cancellationToken) => new(
        call.Device(source, types),
        Texts(call.Node, call.Method, source, marked => marked.Alias, cancellationToken),
        Asked(call.Method.ReturnType),
        IsKnown(call.Method.ReturnType),
        Texts(call.Node, call.Method, source, marked => marked.Via, cancellationToken));

    // lab.ConnectAsync(): the default connection of each device, by the path that the call gives it.
    private static MadeConnection? OfTestbed(InvocationExpressionSyntax call, IMethodSymbol method, DeviceSource source) =>
        method.Name is not ("Connect" or "ConnectAsync") ? null : new MadeConnection(
            source.FindAll(call),
            [null],
            null,
            IsClassKnown: true,
            GivesVias(call) ? default : [null]);

    private static bool GivesVias(InvocationExpressionSyntax call) => call.ArgumentList.Arguments
        .Where((argument, index) => argument.NameColon is { } named ? named.Name.Identifier.ValueText == "vias" : index == 1)
        .Any();

    private bool IsWithoutArguments(InvocationExpressionSyntax call, IMethodSymbol method) =>
        call.ArgumentList.Arguments.Count == 0 && methods.Of(method).Alias.Count > 0;

    private DeviceAnswer Receiver(InvocationExpressionSyntax call, IMethodSymbol method, DeviceSource source) =>
        call.Expression is MemberAccessExpressionSyntax access && (types.IsDevice(method.ContainingType) || method.ReducedFrom is not null || types.IsManager(method.ContainingType))
            ? source.Find(access.Expression)
            : DeviceAnswer.Unknown;

    private ImmutableArray<string?> Texts(
        SyntaxNode node, IMethodSymbol method, DeviceSource source, Func<MarkedParameters, ImmutableHashSet<string>> which, CancellationToken cancellationToken)
    {
        if (which(methods.Of(method)) is not { Count: > 0 } parameters)
        {
            return [null];
        }

        var call = MarkedCall.From(node, methods, source.Model, cancellationToken);
        return call?.Argument(parameters.First()) is { } argument ? ConstantTexts.All(argument, types.Models, source.Model, cancellationToken) : [null];
    }

    /// <summary>The connection class that a call makes; null where it leaves that to the testbed.</summary>
    private INamedTypeSymbol? Asked(ITypeSymbol returned) => Result(returned) is INamedTypeSymbol named && LibraryTypes.Find(named, library.ConnectionClass) is not null ? named : null;

    // A type parameter, or a class of one's own that is none of a testbed's, says nothing.
    private bool IsKnown(ITypeSymbol returned) =>
        Asked(returned) is not null || SymbolEqualityComparer.Default.Equals(Result(returned)?.ContainingAssembly, library.Connection?.ContainingAssembly);

    private static ITypeSymbol? Result(ITypeSymbol returned)
    {
        var type = returned;
        if (type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var result] })
        {
            type = result;
        }

        return type is INamedTypeSymbol { Name: "ConnectionPool", TypeArguments: [var worker] } ? worker : type;
    }
}
