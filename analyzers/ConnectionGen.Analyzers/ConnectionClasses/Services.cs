using Microsoft.CodeAnalysis;

namespace ConnectionGen.Analyzers;

/// <summary>The services of a connection class.</summary>
internal static class Services
{
    /// <summary>Where each service of a class, inherited ones included, is introduced.</summary>
    public static IEnumerable<IMethodSymbol> Of(INamedTypeSymbol type, LibraryTypes library)
    {
        for (var declaring = type; declaring is not null && declaring.SpecialType != SpecialType.System_Object; declaring = declaring.BaseType)
        {
            foreach (var member in declaring.GetMembers())
            {
                if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary, OverriddenMethod: null } method && LibraryTypes.Find(method, library.Service) is not null)
                {
                    yield return method;
                }
            }
        }
    }
}
