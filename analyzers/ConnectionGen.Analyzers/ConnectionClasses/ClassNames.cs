using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ConnectionGen.Analyzers;

/// <summary>Finds connection classes by the names that code and testbed files use. Silent, by null, where a name may mean several.</summary>
internal sealed class ClassNames
{
    private readonly Lazy<ImmutableArray<NamedClass>> _all;

    public ClassNames(Compilation compilation, LibraryTypes library) =>
        _all = new(() => ClassManifest.Of(compilation, library), LazyThreadSafetyMode.PublicationOnly);

    public ImmutableArray<NamedClass> All => _all.Value;

    /// <summary>The class that a testbed file calls by a name.</summary>
    public INamedTypeSymbol? Find(string name) => Only(named => named.FullName == name) ?? Only(named => named.Names.Contains(name, StringComparer.Ordinal));

    /// <summary>The class of a simple name in code.</summary>
    public INamedTypeSymbol? BySimpleName(string name) => Only(named => named.Type.Name == name);

    /// <summary>The class of <c>Connect{name}Async</c>.</summary>
    public INamedTypeSymbol? ByShortName(string name) => Only(named => named.Type.Name == name + "Connection" || named.Type.Name == name);

    /// <summary>The class that is used where neither call nor testbed names one.</summary>
    public INamedTypeSymbol? Default(LibraryTypes library) =>
        Only(named => LibraryTypes.Find(named.Type, library.ConnectionClass) is { } attribute && attribute.NamedArguments.Any(argument => argument is { Key: "IsDefault", Value.Value: true }));

    private INamedTypeSymbol? Only(Func<NamedClass, bool> fits) => All.Where(fits).Take(2).ToArray() is [var only] ? only.Type : null;
}
