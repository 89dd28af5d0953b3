using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConnectionGen.Generators;

/// <summary>A class marked <c>[ConnectionClass]</c> to its model. What is wrong with a class is an analyzer's to say; here it is passed over.</summary>
internal static class ConnectionClassParser
{
    public static ConnectionClassModel? Parse(MarkedClass marked, CancellationToken cancellationToken)
    {
        var (type, node, attributes, compilation) = marked;
        if (type is not { IsAbstract: false, IsStatic: false, IsSealed: false, IsRecord: false }
            || TypeDeclaration.Of(type, node) is not { } declaration
            || !DerivesFromConnection(type)
            || !IsFirstPart(type, node)
            || Constructor(type) is not { } constructor
            || HasRequiredMembers(type)
            || IsForbidden(type))
        {
            return null;
        }

        var arguments = new List<ArgumentModel>();
        var arePublic = true;
        foreach (var parameter in constructor.Parameters.Skip(1))
        {
            if (ArgumentParser.Parse(parameter) is not { } argument)
            {
                return null;
            }

            var isPublic = IsPublic(parameter.Type);
            if (!isPublic && !compilation.IsSymbolAccessibleWithin(parameter.Type, compilation.Assembly))
            {
                return null;
            }

            arguments.Add(argument);
            arePublic &= isPublic;
        }

        var attribute = attributes[0];
        var shortName = ShortName(type.Name);
        return new ConnectionClassModel(
            declaration,
            Names(attribute, type),
            Options(attribute, out var supportsPooling),
            Has(attribute, "IsDefault"),
            Has(attribute, "NeedsCredentials"),
            supportsPooling,
            ExtensionsName(type, declaration),
            shortName,
            arePublic,
            constructor.GetDocumentationCommentId() ?? "",
            ServiceParser.ObsoleteAttributeOf(type),
            arguments.ToEquatableArray(),
            ServiceParser.Parse(type, compilation.Assembly, compilation, cancellationToken));
    }

    private static bool DerivesFromConnection(INamedTypeSymbol type)
    {
        for (var t = type.BaseType; t is not null; t = t.BaseType)
        {
            if (TypeNames.Is(t, "ConnectionGen", "ConnectionPool"))
            {
                return false;
            }

            if (TypeNames.Is(t, "ConnectionGen", "Connection"))
            {
                return true;
            }
        }

        return false;
    }

    // the attribute on two parts is the user's error; two files of one name would be ours
    private static bool IsFirstPart(INamedTypeSymbol type, ClassDeclarationSyntax node)
    {
        if (type.DeclaringSyntaxReferences.Length == 1)
        {
            return true;
        }

        foreach (var attribute in type.GetAttributes())
        {
            if (TypeNames.Is(attribute.AttributeClass, "ConnectionGen", "ConnectionClassAttribute"))
            {
                return attribute.ApplicationSyntaxReference is { } at && at.SyntaxTree == node.SyntaxTree && node.Span.Contains(at.Span);
            }
        }

        return false;
    }

    private static IMethodSymbol? Constructor(INamedTypeSymbol type)
    {
        IMethodSymbol? found = null;
        foreach (var constructor in type.InstanceConstructors)
        {
            if (constructor.Parameters is [{ RefKind: RefKind.None } first, ..] && TypeNames.Is(first.Type, "ConnectionGen", "ConnectionContext"))
            {
                if (found is not null)
                {
                    return null;
                }

                found = constructor;
            }
        }

        return found;
    }

    private static bool HasRequiredMembers(INamedTypeSymbol type)
    {
        for (var t = type; ServiceParser.IsUserClass(t); t = t.BaseType)
        {
            foreach (var member in t.GetMembers())
            {
                if (member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true })
                {
                    return true;
                }
            }
        }

        return false;
    }

    // an obsolete class whose use is an error cannot be named
    private static bool IsForbidden(INamedTypeSymbol type) =>
        type.GetAttributes().Any(static a => TypeNames.Is(a.AttributeClass, "System", "ObsoleteAttribute") && a.ConstructorArguments.Any(static v => v.Value is true));

    private static bool IsPublic(ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return IsPublic(array.ElementType);
            case INamedTypeSymbol named:
                for (var t = named; t is not null; t = t.ContainingType)
                {
                    if (t.DeclaredAccessibility != Accessibility.Public)
                    {
                        return false;
                    }
                }

                return named.TypeArguments.All(IsPublic);
            default:
                return true;
        }
    }

    private static EquatableArray<string> Names(AttributeData attribute, INamedTypeSymbol type)
    {
        var names = new List<string>();
        foreach (var argument in attribute.ConstructorArguments)
        {
            foreach (var value in argument.Kind == TypedConstantKind.Array ? argument.Values.IsDefault ? [] : argument.Values : [argument])
            {
                if (value.Kind == TypedConstantKind.Primitive && value.Value is string { Length: > 0 } name)
                {
                    names.Add(name);
                }
            }
        }

        return names.Count == 0 ? new([type.Name]) : names.Distinct(StringComparer.Ordinal).ToEquatableArray();
    }

    private static string Options(AttributeData attribute, out bool supportsPooling)
    {
        var options = "";
        supportsPooling = true;
        foreach (var option in attribute.NamedArguments.OrderBy(static a => a.Key, StringComparer.Ordinal))
        {
            switch (option.Key)
            {
                case "Concurrency" when option.Value.Value is 1:
                    options += ", concurrency: global::ConnectionGen.Concurrency.Concurrent";
                    break;
                case "IsDefault" when option.Value.Value is true:
                    options += ", isDefault: true";
                    break;
                case "NeedsCredentials" when option.Value.Value is true:
                    options += ", needsCredentials: true";
                    break;
                case "SupportsPooling" when option.Value.Value is false:
                    options += ", supportsPooling: false";
                    supportsPooling = false;
                    break;
                default:
                    break;
            }
        }

        return options;
    }

    private static bool Has(AttributeData attribute, string option) => attribute.NamedArguments.Any(a => a.Key == option && a.Value.Value is true);

    private static string ShortName(string name) =>
        name.EndsWith("Connection", StringComparison.Ordinal) && name.Length > "Connection".Length ? name.Substring(0, name.Length - "Connection".Length) : name;

    // the user may have a class of that name beside it
    private static string ExtensionsName(INamedTypeSymbol type, TypeDeclaration declaration)
    {
        var name = declaration.PathName.Replace('.', '_') + "Extensions";
        while (!type.ContainingNamespace.GetTypeMembers(name).IsEmpty)
        {
            name += "_";
        }

        return name;
    }
}
