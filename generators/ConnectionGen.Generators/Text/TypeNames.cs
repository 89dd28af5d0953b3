using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace ConnectionGen.Generators;

/// <summary>Types as generated code writes and compares them.</summary>
internal static class TypeNames
{
    private static readonly SymbolDisplayFormat s_full =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat s_signature =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.ExpandValueTuple);

    /// <summary>As written: qualified from the root, nullable where annotated.</summary>
    public static string Of(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Int32 => "int",
        SpecialType.System_Boolean => "bool",
        SpecialType.System_String when type.NullableAnnotation != NullableAnnotation.Annotated => "string",
        SpecialType.System_String => "string?",
        SpecialType.System_Void => "void",
        _ => WithoutDynamic(type.ToDisplayString(s_full)),
    };

    /// <summary>As overloads are told apart: without nullable annotations and tuple names.</summary>
    /// <param name="type">The type.</param>
    /// <param name="written">What <see cref="Of"/> made of it.</param>
    public static string Signature(ITypeSymbol type, string written) =>
        written.IndexOfAny(['?', '(']) < 0 ? written
        : type.SpecialType == SpecialType.System_String ? "string"
        : WithoutDynamic(type.ToDisplayString(s_signature));

    /// <summary>The type with room for "not said".</summary>
    public static string Optional(ITypeSymbol type, string written) =>
        type.NullableAnnotation == NullableAnnotation.Annotated || written.EndsWith("?", StringComparison.Ordinal) ? written : written + "?";

    public static bool Is(ISymbol? type, string @namespace, string name) =>
        type is not null && type.Name == name && IsNamespace(type.ContainingNamespace, @namespace) && type.ContainingType is null;

    // a call that is given on must not be bound at run time
    private static string WithoutDynamic(string type) =>
        type.Contains("dynamic") ? Regex.Replace(type, @"(?<![\w.@:])dynamic(?!\w)", "object", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)) : type;

    private static bool IsNamespace(INamespaceSymbol? found, string dotted)
    {
        var end = dotted.Length;
        while (found is { IsGlobalNamespace: false })
        {
            var start = end - found.Name.Length;
            if (start < 0 || string.CompareOrdinal(dotted, start, found.Name, 0, found.Name.Length) != 0)
            {
                return false;
            }

            found = found.ContainingNamespace;
            if (start == 0)
            {
                return found is { IsGlobalNamespace: true };
            }

            if (dotted[start - 1] != '.')
            {
                return false;
            }

            end = start - 1;
        }

        return false;
    }
}
