using ConnectionGen.TestbedFiles;
using Microsoft.CodeAnalysis;

namespace ConnectionGen.Analyzers;

/// <summary>What devices may not be called: the members of every testbed, and the class's own that are none of a device.</summary>
internal static class TestbedMembers
{
    public static IReadOnlyCollection<string> Of(INamedTypeSymbol testbed, LibraryTypes library)
    {
        var names = new HashSet<string>(testbed.GetMembers().Where(member => !IsOfDevice(member, library)).Select(member => member.Name), StringComparer.Ordinal) { testbed.Name, TopologyMembers.LinksType };
        for (var type = testbed.BaseType; type is not null; type = type.BaseType)
        {
            names.UnionWith(type.GetMembers().Where(member => member.DeclaredAccessibility != Accessibility.Private).Select(member => member.Name));
        }

        return names;
    }

    private static bool IsOfDevice(ISymbol member, LibraryTypes library) => member is INamedTypeSymbol
        || (member is IPropertySymbol { Type.ContainingType: { } container } property
            && SymbolEqualityComparer.Default.Equals(container, member.ContainingType)
            && LibraryTypes.IsOrDerivesFrom(property.Type, library.Device))
        || member is IFieldSymbol { IsImplicitlyDeclared: true } or IMethodSymbol { AssociatedSymbol: not null };
}
