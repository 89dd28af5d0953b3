using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ConnectionGen.Analyzers;

/// <summary>A service's arguments and result as a typed wrapper sees them; no result for a stream.</summary>
internal sealed record ServiceSignature(ITypeSymbol Arguments, ITypeSymbol? Result)
{
    public static ServiceSignature Of(IMethodSymbol service, Compilation compilation)
    {
        var token = service.Parameters.LastOrDefault(parameter => IsIn(parameter.Type, "System.Threading") && parameter.Type.Name == "CancellationToken");
        var given = service.Parameters.Where(parameter => !SymbolEqualityComparer.Default.Equals(parameter, token)).Select(parameter => parameter.Type).ToImmutableArray();
        return new ServiceSignature(Packed(given, compilation), ResultOf(service, compilation));
    }

    /// <summary>Whether the two are one type when the program runs: names of tuple elements and nullable marks do not count.</summary>
    public bool Fits(ServiceSignature wrapper, Compilation compilation) =>
        Result is not null && wrapper.Result is not null && IsSame(Arguments, wrapper.Arguments, compilation) && IsSame(Result, wrapper.Result, compilation);

    public override string ToString() =>
        $"ServiceWrapper<{Arguments.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}, {Result?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}>";

    private static bool IsSame(ITypeSymbol a, ITypeSymbol b, Compilation compilation) => compilation.ClassifyCommonConversion(a, b).IsIdentity;

    private static ITypeSymbol Packed(ImmutableArray<ITypeSymbol> given, Compilation compilation) => given switch
    {
        [] => Nothing(compilation),
        [var only] => only,
        _ => compilation.CreateTupleTypeSymbol(given),
    };

    private static ITypeSymbol? ResultOf(IMethodSymbol service, Compilation compilation) => service.ReturnType switch
    {
        { SpecialType: SpecialType.System_Void } => Nothing(compilation),
        INamedTypeSymbol { Name: "IAsyncEnumerable" } stream when IsIn(stream, "System.Collections.Generic") => null,
        INamedTypeSymbol { Name: "Task" or "ValueTask" } task when IsIn(task, "System.Threading.Tasks") => task.TypeArguments is [var result] ? result : Nothing(compilation),
        var value => value,
    };

    private static bool IsIn(ITypeSymbol type, string space) => type.ContainingNamespace?.ToDisplayString() == space;

    private static ITypeSymbol Nothing(Compilation compilation) => compilation.GetTypeByMetadataName("System.ValueTuple") ?? compilation.ObjectType;
}
