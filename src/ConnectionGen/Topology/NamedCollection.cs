using System.Collections;
using System.Diagnostics;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen;

/// <summary>Interfaces or links in the testbed file's order, each found by its name or by its alias.</summary>
/// <typeparam name="T">What it holds.</typeparam>
[DebuggerDisplay("Count = {Count}")]
public abstract class NamedCollection<T> : IReadOnlyCollection<T>
    where T : class
{
    private readonly IReadOnlyList<T> _items;
    private Dictionary<string, T>? _byName;
    private Dictionary<string, T>? _byAlias;

    private protected NamedCollection(IReadOnlyList<T> items) => _items = items;

    /// <summary>The one of a name, or else of an alias.</summary>
    /// <param name="nameOrAlias">The name or alias.</param>
    /// <exception cref="KeyNotFoundException">There is none; the message says which there are.</exception>
    public T this[string nameOrAlias] => Find(nameOrAlias) ?? throw new KeyNotFoundException(Missing(nameOrAlias) + NearestName.Advice(nameOrAlias, Names));

    /// <summary>How many there are.</summary>
    public int Count => _items.Count;

    /// <summary>Their names, in the file's order.</summary>
    public IReadOnlyList<string> Names => [.. _items.Select(NameOf)];

    private Dictionary<string, T> ByName => LazyInitializer.EnsureInitialized(ref _byName, () => Index(NameOf));

    private Dictionary<string, T> ByAlias => LazyInitializer.EnsureInitialized(ref _byAlias, () => Index(AliasOf));

    /// <summary>The one of a name, or else of an alias; null where there is none.</summary>
    /// <param name="nameOrAlias">The name or alias.</param>
    public T? Find(string nameOrAlias)
    {
        ArgumentNullException.ThrowIfNull(nameOrAlias);
        return ByName.GetValueOrDefault(nameOrAlias) ?? ByAlias.GetValueOrDefault(nameOrAlias);
    }

    /// <summary>Whether there is one of a name or alias.</summary>
    /// <param name="nameOrAlias">The name or alias.</param>
    public bool Contains(string nameOrAlias) => Find(nameOrAlias) is not null;

    /// <summary>Whether it is one of these.</summary>
    /// <param name="item">It.</param>
    public bool Contains(T item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return ReferenceEquals(ByName.GetValueOrDefault(NameOf(item)), item);
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>For generated members: the one that the compiled file calls by a name and by another name.</summary>
    /// <param name="name">What the member is called after.</param>
    /// <param name="other">Its alias, or its name where it is called after that.</param>
    protected T Member(string name, string other) => Find(name) ?? Find(other) ?? this[name];

    private protected abstract string NameOf(T item);

    private protected abstract string AliasOf(T item);

    /// <summary>«Device 'phoenix' has no interface 'x'».</summary>
    private protected abstract string Missing(string name);

    private Dictionary<string, T> Index(Func<T, string> nameOf)
    {
        var index = new Dictionary<string, T>(_items.Count, StringComparer.Ordinal);
        foreach (var item in _items)
        {
            index.TryAdd(nameOf(item), item);
        }

        return index;
    }
}
