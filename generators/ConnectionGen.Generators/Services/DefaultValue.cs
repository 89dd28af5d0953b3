using Microsoft.CodeAnalysis;

namespace ConnectionGen.Generators;

/// <summary>The default value of a parameter as text.</summary>
internal static class DefaultValue
{
    /// <summary>Null where the parameter has none.</summary>
    public static string? Of(IParameterSymbol parameter)
    {
        if (!parameter.HasExplicitDefaultValue)
        {
            return parameter.IsOptional ? "default!" : null;
        }

        var type = parameter.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : parameter.Type;
        var value = parameter.ExplicitDefaultValue;
        if (value is null)
        {
            return parameter.Type.IsReferenceType
                ? parameter.NullableAnnotation == NullableAnnotation.Annotated ? "null" : "null!"
                : "default";
        }

        return type.TypeKind == TypeKind.Enum || type.SpecialType is SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_IntPtr or SpecialType.System_UIntPtr
            ? $"({TypeNames.Of(type)})({CSharpText.Constant(value)})"
            : CSharpText.Constant(value);
    }
}
