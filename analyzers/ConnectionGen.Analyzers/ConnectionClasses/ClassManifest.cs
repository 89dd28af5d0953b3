using System.Collections.Immutable;
using ConnectionGen.TestbedFiles;
using Microsoft.CodeAnalysis;

namespace ConnectionGen.Analyzers;

/// <summary>A connection class with the names by which testbed files call it, and what its manifest says beside them.</summary>
internal sealed record NamedClass(INamedTypeSymbol Type, ImmutableArray<string> Names, AttributeData Manifest)
{
    /// <summary>What a testbed file can say of the class.</summary>
    public ConnectionClassShape Shape()
    {
        var arguments = Option("Arguments") is { Kind: TypedConstantKind.Array, IsNull: false } found ? found.Values.Select(value => value.Value).OfType<string>() : [];
        return new ConnectionClassShape(FullName, Names, [.. arguments], Option("IsDefault")?.Value is true, Option("NeedsCredentials")?.Value is true);
    }

    private TypedConstant? Option(string name)
    {
        foreach (var option in Manifest.NamedArguments)
        {
            if (option.Key == name)
            {
                return option.Value;
            }
        }

        return null;
    }

    /// <summary>Its full name, by which a testbed file always finds it.</summary>
    public string FullName => Type.ToDisplayString(s_fullName);

    private static readonly SymbolDisplayFormat s_fullName = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);
}

/// <summary>All connection classes that a compilation sees: its own and those that referenced assemblies list.</summary>
internal static class ClassManifest
{
    public static ImmutableArray<NamedClass> Of(Compilation compilation, LibraryTypes library)
    {
        if (library.Manifest is not { } manifest)
        {
            return [];
        }

        var classes = ImmutableArray.CreateBuilder<NamedClass>();
        Add(compilation.Assembly, manifest, classes);
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == manifest.ContainingAssembly.Name)))
            {
                Add(assembly, manifest, classes);
            }
        }

        return classes.ToImmutable();
    }

    private static void Add(IAssemblySymbol assembly, INamedTypeSymbol manifest, ImmutableArray<NamedClass>.Builder classes)
    {
        foreach (var attribute in assembly.GetAttributes())
        {
            if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, manifest)
                && attribute.ConstructorArguments is [{ Value: INamedTypeSymbol { TypeKind: TypeKind.Class } type }, { Kind: TypedConstantKind.Array } names])
            {
                classes.Add(new NamedClass(type, [.. names.Values.Select(name => name.Value).OfType<string>()], attribute));
            }
        }
    }
}
