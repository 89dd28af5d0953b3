using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ConnectionGen.Analyzers;

/// <summary>Which connection classes offer which services, blocking twins included.</summary>
internal sealed class ServiceOffers(ClassNames classes, LibraryTypes library)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableHashSet<string>> _offers = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<string, bool> _universal = new(StringComparer.Ordinal);

    public ClassNames Classes => classes;

    /// <summary>True for a name that no class lacks or none has: calls of it need no look.</summary>
    public bool IsUniversal(string name) => _universal.GetOrAdd(name, name =>
    {
        var offering = classes.All.Count(named => Offers(named.Type, name));
        return offering == 0 || offering == classes.All.Length;
    });

    public bool Offers(INamedTypeSymbol type, string name) => _offers.GetOrAdd(type, Read).Contains(name);

    public IEnumerable<string> OfferedBy(string name) => classes.All.Where(named => Offers(named.Type, name)).Select(named => named.Type.Name).Distinct(StringComparer.Ordinal);

    private ImmutableHashSet<string> Read(INamedTypeSymbol type)
    {
        var names = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var service in Services.Of(type, library))
        {
            names.Add(service.Name);
            if (service.Name.EndsWith("Async", StringComparison.Ordinal))
            {
                names.Add(service.Name.Substring(0, service.Name.Length - "Async".Length));
            }
        }

        return names.ToImmutable();
    }
}
