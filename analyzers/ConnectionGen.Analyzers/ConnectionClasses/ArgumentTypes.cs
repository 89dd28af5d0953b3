using Microsoft.CodeAnalysis;

namespace ConnectionGen.Analyzers;

/// <summary>Which types of arguments can be written in a testbed file.</summary>
internal static class ArgumentTypes
{
    public static bool HaveYamlForm(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => HaveYamlForm(nullable.TypeArguments[0]),
        { TypeKind: TypeKind.Enum or TypeKind.Error } => true,
        { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_String } => true,
        INamedTypeSymbol { TypeArguments.Length: > 0 } generic => IsOfTexts(generic),
        _ => FullName(type) is "System.TimeSpan" or "System.Uri" or "System.Net.IPAddress" or "ConnectionGen.SecretString",
    };

    private static bool IsOfTexts(INamedTypeSymbol type) =>
        type.TypeArguments.All(argument => argument.SpecialType == SpecialType.System_String)
        && FullName(type) is
            "System.Collections.Generic.IReadOnlyList" or "System.Collections.Generic.IReadOnlyCollection" or
            "System.Collections.Generic.IEnumerable" or "System.Collections.Generic.IReadOnlyDictionary";

    private static string FullName(ITypeSymbol type) => $"{type.ContainingNamespace?.ToDisplayString()}.{type.Name}";
}
