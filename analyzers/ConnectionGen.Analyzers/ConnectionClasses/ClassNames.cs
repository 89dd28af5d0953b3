using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ConnectionGen.Analyzers;

/// <summary>Finds connection classes by the names that code and testbed files use. Silent, by null, where a name may mean several.</summary>
internal sealed class ClassNames
{
    private readonly Lazy<Index> _index;

    public ClassNames(Compilation compilation, LibraryTypes library) =>
        _index = new(() => new Index(ClassManifest.Of(compilation, library)), LazyThreadSafetyMode.PublicationOnly);

    public ImmutableArray<NamedClass> All => _index.Value.All;

    /// <summary>The class that a testbed file calls by a name.</summary>
    public INamedTypeSymbol? Find(string name) => Only(_index.Value.ByFullName[name]) ?? Only(_index.Value.ByName[name]);

    /// <summary>The class of a simple name in code.</summary>
    public INamedTypeSymbol? BySimpleName(string name) => Only(_index.Value.BySimpleName[name]);

    /// <summary>The class of <c>Connect{name}Async</c>.</summary>
    public INamedTypeSymbol? ByShortName(string name) => Only(_index.Value.BySimpleName[name + "Connection"].Concat(_index.Value.BySimpleName[name]));

    /// <summary>The class that is used where neither call nor testbed names one.</summary>
    public INamedTypeSymbol? Default(LibraryTypes library) =>
        Only(All.Select(named => named.Type).Where(type => LibraryTypes.Find(type, library.ConnectionClass) is { } attribute && attribute.NamedArguments.Any(argument => argument is { Key: "IsDefault", Value.Value: true })));

    private static INamedTypeSymbol? Only(IEnumerable<INamedTypeSymbol> found) => found.Take(2).ToArray() is [var only] ? only : null;

    private sealed class Index(ImmutableArray<NamedClass> all)
    {
        public ImmutableArray<NamedClass> All => all;

        public ILookup<string, INamedTypeSymbol> ByFullName { get; } = all.ToLookup(named => named.FullName, named => named.Type, StringComparer.Ordinal);

        public ILookup<string, INamedTypeSymbol> ByName { get; } =
            all.SelectMany(named => named.Names.Distinct(StringComparer.Ordinal).Select(name => (Name: name, named.Type))).ToLookup(pair => pair.Name, pair => pair.Type, StringComparer.Ordinal);

        public ILookup<string, INamedTypeSymbol> BySimpleName { get; } = all.ToLookup(named => named.Type.Name, named => named.Type, StringComparer.Ordinal);
    }
}
