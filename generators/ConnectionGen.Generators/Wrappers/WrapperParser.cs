using Microsoft.CodeAnalysis;

namespace ConnectionGen.Generators;

/// <summary>Classes marked <c>[ServiceWrapper]</c>, here and in referenced assemblies, to their models. What is wrong with one is an analyzer's to say.</summary>
internal static class WrapperParser
{
    private const string Library = "ConnectionGen";

    public static IEnumerable<WrapperModel> Parse(MarkedClass marked) =>
        CanBeMade(marked.Type, marked.Compilation)
            ? marked.Attributes.Select(attribute => Model(marked.Type, attribute, marked.Compilation)).OfType<WrapperModel>()
            : [];

    /// <summary>A wrapper that a referenced assembly's manifest names; null for another attribute.</summary>
    public static WrapperModel? FromManifest(AttributeData attribute, Compilation compilation) =>
        TypeNames.Is(attribute.AttributeClass, Library, "ServiceWrapperManifestAttribute")
        && attribute.ConstructorArguments is [{ Value: INamedTypeSymbol type }, { Value: INamedTypeSymbol connection }, { Value: var service }, { Value: int order }]
        && CanBeMade(type, compilation) && compilation.IsSymbolAccessibleWithin(connection, compilation.Assembly)
            ? new WrapperModel(TypeNames.Of(type), TypeNames.Of(connection), service as string, order, true)
            : null;

    private static WrapperModel? Model(INamedTypeSymbol type, AttributeData attribute, Compilation compilation)
    {
        if (attribute.ConstructorArguments is not [{ Value: INamedTypeSymbol { TypeKind: TypeKind.Class, IsUnboundGenericType: false } connection }, { Value: var service }]
            || !Derives(connection, "Connection") || !compilation.IsSymbolAccessibleWithin(connection, compilation.Assembly))
        {
            return null;
        }

        var order = attribute.NamedArguments.FirstOrDefault(static a => a.Key == "Order").Value.Value is int value ? value : 0;
        return new WrapperModel(TypeNames.Of(type), TypeNames.Of(connection), service as string, order, IsPublic(type) && IsPublic(connection));
    }

    private static bool CanBeMade(INamedTypeSymbol type, Compilation compilation) =>
        type is { IsAbstract: false, IsGenericType: false, IsFileLocal: false, TypeKind: TypeKind.Class }
        && Derives(type, "ServiceWrapper")
        && compilation.IsSymbolAccessibleWithin(type, compilation.Assembly)
        && type.InstanceConstructors.Any(c => c.Parameters.IsEmpty && compilation.IsSymbolAccessibleWithin(c, compilation.Assembly));

    private static bool Derives(INamedTypeSymbol type, string from)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (!t.IsGenericType && TypeNames.Is(t, Library, from))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPublic(INamedTypeSymbol type)
    {
        for (var t = type; t is not null; t = t.ContainingType)
        {
            if (t.DeclaredAccessibility != Accessibility.Public)
            {
                return false;
            }
        }

        return true;
    }
}
