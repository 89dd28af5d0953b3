using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ConnectionGen.Analyzers;

/// <summary>The types of the library that connection classes are made with.</summary>
internal sealed class LibraryTypes
{
    private LibraryTypes(Compilation compilation, INamedTypeSymbol connectionClass)
    {
        ConnectionClass = connectionClass;
        Connection = compilation.GetTypeByMetadataName("ConnectionGen.Connection");
        ConnectionContext = compilation.GetTypeByMetadataName("ConnectionGen.ConnectionContext");
        Service = compilation.GetTypeByMetadataName("ConnectionGen.ServiceAttribute");
        Testbed = compilation.GetTypeByMetadataName("ConnectionGen.TestbedAttribute");
        Device = compilation.GetTypeByMetadataName("ConnectionGen.Device");
        ConnectionPool = compilation.GetTypeByMetadataName("ConnectionGen.ConnectionPool");
        Manifest = compilation.GetTypeByMetadataName("ConnectionGen.ConnectionClassManifestAttribute");
        DeviceMembers = PublicMembers(Device);
    }

    public INamedTypeSymbol ConnectionClass { get; }

    public INamedTypeSymbol? Connection { get; }

    public INamedTypeSymbol? ConnectionContext { get; }

    public INamedTypeSymbol? Service { get; }

    public INamedTypeSymbol? Testbed { get; }

    public INamedTypeSymbol? Device { get; }

    public INamedTypeSymbol? ConnectionPool { get; }

    public INamedTypeSymbol? Manifest { get; }

    /// <summary>The names of what every device has, inherited members included.</summary>
    public ImmutableHashSet<string> DeviceMembers { get; }

    /// <summary>Null where the compilation does not use the library.</summary>
    public static LibraryTypes? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName("ConnectionGen.ConnectionClassAttribute") is { } attribute ? new LibraryTypes(compilation, attribute) : null;

    /// <summary>The attribute of a kind on a symbol, or null.</summary>
    public static AttributeData? Find(ISymbol symbol, INamedTypeSymbol? attribute) =>
        attribute is null ? null : symbol.GetAttributes().FirstOrDefault(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute));

    /// <summary>Whether a type is another or derives from it.</summary>
    public static bool IsOrDerivesFrom(ITypeSymbol type, INamedTypeSymbol? ancestor)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, ancestor))
            {
                return true;
            }
        }

        return false;
    }

    private static ImmutableHashSet<string> PublicMembers(INamedTypeSymbol? type)
    {
        var names = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            names.UnionWith(declaring.GetMembers().Where(member => member is { DeclaredAccessibility: Accessibility.Public, CanBeReferencedByName: true }).Select(member => member.Name));
        }

        return names.ToImmutable();
    }
}
