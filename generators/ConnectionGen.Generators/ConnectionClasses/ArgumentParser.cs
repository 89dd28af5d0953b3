using ConnectionGen.TestbedFiles;
using Microsoft.CodeAnalysis;

namespace ConnectionGen.Generators;

/// <summary>A constructor parameter to an argument.</summary>
internal static class ArgumentParser
{
    /// <summary>Null where the parameter cannot be given on.</summary>
    public static ArgumentModel? Parse(IParameterSymbol parameter)
    {
        if (parameter.RefKind != RefKind.None || !ServiceParser.CanForward(parameter.Type) || parameter.Name.Length == 0)
        {
            return null;
        }

        var type = TypeNames.Of(parameter.Type);
        var key = ArgumentKey.FromParameter(parameter.Name);
        return new ArgumentModel(parameter.Name, key, type, TypeNames.Optional(parameter.Type, type), Reader(parameter.Type), Fallback(parameter, type, key));
    }

    private static string Fallback(IParameterSymbol parameter, string type, string key)
    {
        var isNullable = type.EndsWith("?", StringComparison.Ordinal);
        switch (DefaultValue.Of(parameter))
        {
            case null when parameter.IsParams:
                return " ?? []";
            case null:
                return isNullable ? "" : $" ?? throw context__.Arguments.Missing({CSharpText.Text(key)})";
            case "null":
                return "";
            case "default" or "default!" when isNullable:
                return "";
            case "default" or "default!":
                return $" ?? default({type})!";
            case var value:
                return " ?? " + value;
        }
    }

    private static string? Reader(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
        }

        return type.SpecialType switch
        {
            SpecialType.System_String => "ReadString",
            SpecialType.System_Boolean => "ReadBoolean",
            SpecialType.System_Byte => "ReadByte",
            SpecialType.System_SByte => "ReadSByte",
            SpecialType.System_Int16 => "ReadInt16",
            SpecialType.System_UInt16 => "ReadUInt16",
            SpecialType.System_Int32 => "ReadInt32",
            SpecialType.System_UInt32 => "ReadUInt32",
            SpecialType.System_Int64 => "ReadInt64",
            SpecialType.System_UInt64 => "ReadUInt64",
            SpecialType.System_Single => "ReadSingle",
            SpecialType.System_Double => "ReadDouble",
            SpecialType.System_Char => "ReadChar",
            SpecialType.System_Decimal => "ReadDecimal",
            SpecialType.None when type.TypeKind == TypeKind.Enum => $"ReadEnum<{TypeNames.Of(type)}>",
            SpecialType.None => NamedReader(type),
            _ => null,
        };
    }

    private static string? NamedReader(ITypeSymbol type) => type.Name switch
    {
        "TimeSpan" when TypeNames.Is(type, "System", "TimeSpan") => "ReadTimeSpan",
        "Uri" when TypeNames.Is(type, "System", "Uri") => "ReadUri",
        "IPAddress" when TypeNames.Is(type, "System.Net", "IPAddress") => "ReadIPAddress",
        "SecretString" when TypeNames.Is(type, "ConnectionGen", "SecretString") => "ReadSecret",
        "IReadOnlyDictionary" when IsOfStrings(type as INamedTypeSymbol, 2) && TypeNames.Is(type, "System.Collections.Generic", "IReadOnlyDictionary") => "ReadStringMap",
        _ => IsOfStrings(type as INamedTypeSymbol, 1) ? "ReadStrings" : null,
    };

    // IReadOnlyList, IReadOnlyCollection and IEnumerable are special types; others of that shape a list of strings does not convert to
    private static bool IsOfStrings(INamedTypeSymbol? type, int arity) =>
        type is { TypeKind: TypeKind.Interface } && type.Arity == arity && type.TypeArguments.All(static a => a.SpecialType == SpecialType.System_String)
        && (arity == 2 || type.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IReadOnlyList_T
            or SpecialType.System_Collections_Generic_IReadOnlyCollection_T or SpecialType.System_Collections_Generic_IEnumerable_T);
}
