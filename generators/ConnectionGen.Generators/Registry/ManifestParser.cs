using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConnectionGen.Generators;

/// <summary>Reads the connection classes and wrappers of referenced assemblies from their manifest attributes.</summary>
internal static class ManifestParser
{
    private const string Library = "ConnectionGen";

    /// <summary>Reads in a compilation of its own, so that nothing is read again until a reference changes.</summary>
    public static ReferencedManifests Parse(ImmutableArray<MetadataReference> references, string? assemblyName, CancellationToken cancellationToken)
    {
        // an assembly that is only known by an extern alias cannot be named from generated code
        var named = references.Where(static r => r.Properties.Aliases.IsDefaultOrEmpty || r.Properties.Aliases.Any(static a => a == "global"));
        var compilation = CSharpCompilation.Create(assemblyName, references: named, options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var classes = new List<ClassServices>();
        var wrappers = new List<WrapperModel>();
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (assembly.Modules.Any(static m => m.ReferencedAssemblies.Any(static r => r.Name == Library)))
            {
                Parse(assembly, compilation, classes, cancellationToken);
                wrappers.AddRange(assembly.GetAttributes().Select(a => WrapperParser.FromManifest(a, compilation)).OfType<WrapperModel>());
            }
        }

        return new ReferencedManifests(
            classes.GroupBy(static c => c.Type, StringComparer.Ordinal).Select(static g => g.First()).OrderBy(static c => c.Type, StringComparer.Ordinal).ToEquatableArray(),
            Sorted(wrappers));
    }

    public static EquatableArray<WrapperModel> Sorted(IEnumerable<WrapperModel> wrappers) =>
        wrappers.Distinct().OrderBy(static w => w.Type, StringComparer.Ordinal).ThenBy(static w => w.ConnectionClass, StringComparer.Ordinal).ThenBy(static w => w.Service, StringComparer.Ordinal).ToEquatableArray();

    private static void Parse(IAssemblySymbol assembly, CSharpCompilation compilation, List<ClassServices> classes, CancellationToken cancellationToken)
    {
        foreach (var attribute in assembly.GetAttributes())
        {
            if (TypeNames.Is(attribute.AttributeClass, Library, "ConnectionClassManifestAttribute")
                && attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Type, Value: INamedTypeSymbol { TypeKind: TypeKind.Class } type }, ..]
                && compilation.IsSymbolAccessibleWithin(type, compilation.Assembly))
            {
                classes.Add(new ClassServices(TypeNames.Of(type), SupportsPooling(type), ServiceParser.Parse(type, compilation.Assembly, compilation, cancellationToken)));
            }
        }
    }

    private static bool SupportsPooling(INamedTypeSymbol type) => !type.GetAttributes().Any(static a =>
        TypeNames.Is(a.AttributeClass, Library, "ConnectionClassAttribute") && a.NamedArguments.Any(static n => n is { Key: "SupportsPooling", Value.Value: false }));
}
