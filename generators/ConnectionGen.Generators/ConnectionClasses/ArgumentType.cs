using System.Collections.Immutable;
using System.Globalization;
using ConnectionGen.TestbedFiles;
using Microsoft.CodeAnalysis;

namespace ConnectionGen.Generators;

/// <summary>
/// A type that an argument of a connection class can have because it can be written in a testbed file. The generator writes with it, and the analyzers,
/// which compile this file, too, judge by it.
/// </summary>
/// <param name="Kind">How it is written.</param>
/// <param name="Word">The word of its form: <c>int</c>, <c>list</c>.</param>
/// <param name="Type">The type, not nullable.</param>
internal sealed record ArgumentType(ArgumentKind Kind, string Word, ITypeSymbol Type)
{
    // a record within a record within ... is no way to describe a connection
    private const int MostDeep = 5;

    /// <summary>What a list or map is of.</summary>
    public ArgumentType? Item { get; private init; }

    /// <summary>The type of what a list or map is of, as declared.</summary>
    public ITypeSymbol? ItemType { get; private init; }

    /// <summary>A record's constructor parameters with their types.</summary>
    public ImmutableArray<(IParameterSymbol Parameter, ArgumentType Type)> Fields { get; private init; } = [];

    /// <summary>The type of an argument; null where no testbed file can hold it.</summary>
    public static ArgumentType? Of(ITypeSymbol type) => Of(type, 0);

    /// <summary>Whether the file may leave a parameter out.</summary>
    public static bool IsOptional(IParameterSymbol parameter) =>
        parameter.HasExplicitDefaultValue || parameter.IsParams || parameter.IsOptional || parameter.NullableAnnotation == NullableAnnotation.Annotated
        || parameter.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>The form as <see cref="ArgumentForm"/> reads it.</summary>
    public string Form() => Kind switch
    {
        ArgumentKind.Enum => $"enum({string.Join("|", EnumNames((INamedTypeSymbol)Type))})",
        ArgumentKind.Record => $"record({string.Join(";", Fields.Select(static f => $"{ArgumentKey.FromParameter(f.Parameter.Name)}{(IsOptional(f.Parameter) ? "?" : "")}={f.Type.Form()}"))})",
        _ => Item is null ? Word : $"{Word}({Item.Form()})",
    };

    private static ArgumentType? Of(ITypeSymbol type, int depth)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
        }

        type = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        return depth > MostDeep ? null : type switch
        {
            IArrayTypeSymbol { Rank: 1 } array => OfItems(type, ArgumentKind.Array, "list", array.ElementType, depth),
            { TypeKind: TypeKind.Enum } => EnumNames((INamedTypeSymbol)type).Length > 0 ? new ArgumentType(ArgumentKind.Enum, "enum", type) : null,
            INamedTypeSymbol { IsRecord: true, IsAbstract: false } record => OfRecord(record, depth),
            INamedTypeSymbol { TypeArguments.Length: > 0 } generic => OfGeneric(generic, depth),
            _ => ScalarWord(type) is { } word ? new ArgumentType(ArgumentKind.Scalar, word, type) : null,
        };
    }

    private static string? ScalarWord(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => "text",
        SpecialType.System_Boolean => "bool",
        SpecialType.System_Byte => "byte",
        SpecialType.System_SByte => "sbyte",
        SpecialType.System_Int16 => "short",
        SpecialType.System_UInt16 => "ushort",
        SpecialType.System_Int32 => "int",
        SpecialType.System_UInt32 => "uint",
        SpecialType.System_Int64 => "long",
        SpecialType.System_UInt64 => "ulong",
        SpecialType.System_Single => "float",
        SpecialType.System_Double => "double",
        SpecialType.System_Decimal => "decimal",
        SpecialType.System_Char => "char",
        _ => FullName(type) switch
        {
            "System.TimeSpan" => "time",
            "System.Uri" => "uri",
            "System.Net.IPAddress" => "ip",
            "ConnectionGen.SecretString" => "secret",
            _ => null,
        },
    };

    private static ArgumentType? OfGeneric(INamedTypeSymbol type, int depth) => FullName(type) switch
    {
        "System.Collections.Generic.IEnumerable" or "System.Collections.Generic.IReadOnlyCollection" or "System.Collections.Generic.IReadOnlyList"
            or "System.Collections.Generic.ICollection" or "System.Collections.Generic.IList" or "System.Collections.Generic.List"
            => OfItems(type, ArgumentKind.List, "list", type.TypeArguments[0], depth),
        "System.Collections.Generic.IReadOnlyDictionary" or "System.Collections.Generic.IDictionary" when IsByText(type) => OfItems(type, ArgumentKind.Map, "map", type.TypeArguments[1], depth),
        "System.Collections.Generic.Dictionary" when IsByText(type) => OfItems(type, ArgumentKind.Dictionary, "map", type.TypeArguments[1], depth),
        _ => null,
    };

    private static bool IsByText(INamedTypeSymbol type) => type.TypeArguments[0].SpecialType == SpecialType.System_String;

    private static ArgumentType? OfItems(ITypeSymbol type, ArgumentKind kind, string word, ITypeSymbol itemType, int depth) =>
        Of(itemType, depth + 1) is { } item ? new ArgumentType(kind, word, type) { Item = item, ItemType = itemType } : null;

    private static ArgumentType? OfRecord(INamedTypeSymbol type, int depth)
    {
        var constructors = type.InstanceConstructors.Where(c =>
            c.DeclaredAccessibility == Accessibility.Public && c.Parameters.Length > 0
            && !(c.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(c.Parameters[0].Type, type))).Take(2).ToArray();
        if (constructors is not [var constructor] || type.GetMembers().Any(static m => m is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }))
        {
            return null;
        }

        var fields = ImmutableArray.CreateBuilder<(IParameterSymbol, ArgumentType)>();
        foreach (var parameter in constructor.Parameters)
        {
            if (parameter.RefKind != RefKind.None || Of(parameter.Type, depth + 1) is not { } field)
            {
                return null;
            }

            fields.Add((parameter, field));
        }

        return new ArgumentType(ArgumentKind.Record, "record", type) { Fields = fields.ToImmutable() };
    }

    // in the order of Enum.GetNames, which the running program uses
    private static string[] EnumNames(INamedTypeSymbol type) =>
    [
        .. type.GetMembers().OfType<IFieldSymbol>().Where(static f => f.HasConstantValue)
            .OrderBy(static f => f.ConstantValue is ulong large ? large : unchecked((ulong)Convert.ToInt64(f.ConstantValue, CultureInfo.InvariantCulture))).Select(static f => f.Name),
    ];

    private static string FullName(ITypeSymbol type) => type.ContainingType is null ? $"{type.ContainingNamespace?.ToDisplayString()}.{type.Name}" : "";
}

/// <summary>How an argument is written in a testbed file.</summary>
internal enum ArgumentKind
{
    /// <summary>A single value.</summary>
    Scalar,

    /// <summary>One of several names.</summary>
    Enum,

    /// <summary>A list.</summary>
    List,

    /// <summary>A list that becomes an array.</summary>
    Array,

    /// <summary>A map that becomes one of the interfaces.</summary>
    Map,

    /// <summary>A map that becomes a dictionary.</summary>
    Dictionary,

    /// <summary>A block with keys of its own.</summary>
    Record,
}
