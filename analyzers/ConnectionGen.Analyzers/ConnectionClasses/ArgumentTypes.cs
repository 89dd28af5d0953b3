using ConnectionGen.Generators;
using Microsoft.CodeAnalysis;

namespace ConnectionGen.Analyzers;

/// <summary>Which types of arguments can be written in a testbed file.</summary>
internal static class ArgumentTypes
{
    // a type that does not exist is for the compiler to say
    public static bool HaveYamlForm(ITypeSymbol type) => type.TypeKind == TypeKind.Error || ArgumentType.Of(type) is not null;
}
