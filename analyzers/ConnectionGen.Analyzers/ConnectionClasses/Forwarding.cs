using Microsoft.CodeAnalysis;

namespace ConnectionGen.Analyzers;

/// <summary>What generated code can pass on while a call waits its turn.</summary>
internal static class Forwarding
{
    /// <summary>Why a parameter cannot be passed on; null where it can.</summary>
    public static string? Obstacle(IParameterSymbol parameter) => parameter.RefKind switch
    {
        RefKind.Ref => "it is a reference to a variable (ref)",
        RefKind.Out => "it is a reference to a variable (out)",
        RefKind.In or RefKind.RefReadOnlyParameter => "it is a reference to a variable (in)",
        _ => Obstacle(parameter.Type),
    };

    /// <summary>Why a value of a type cannot be kept; null where it can.</summary>
    public static string? Obstacle(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Obstacle(array.ElementType),
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => "it is a pointer",
        INamedTypeSymbol { IsRefLikeType: true } => $"'{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}' is a ref struct",
        INamedTypeSymbol named => named.TypeArguments.Select(Obstacle).FirstOrDefault(obstacle => obstacle is not null),
        _ => null,
    };
}
