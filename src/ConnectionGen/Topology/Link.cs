using System.Diagnostics;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen;

/// <summary>What connects interfaces: a cable with two ends, a network with many, or one end whose other one the testbed does not know.</summary>
[DebuggerDisplay("{Name,nq}")]
public sealed class Link
{
    private readonly YamlEntry? _described;
    private readonly ValueScope _scope;
    private readonly List<Interface> _interfaces = [];

    internal Link(string name, YamlEntry? described, ValueScope scope)
    {
        Name = name;
        _described = described;
        _scope = scope;
    }

    /// <summary>The name, unique in its testbed.</summary>
    public string Name { get; }

    /// <summary>The other name, <c>alias</c>; the name where it has none.</summary>
    public string Alias => this["alias"] ?? Name;

    /// <summary>The class that the file names for it, which has no meaning here; null where none is named.</summary>
    public string? Class => this["class"];

    /// <summary>Its ends, in the order of devices and interfaces in the file.</summary>
    public IReadOnlyList<Interface> Interfaces => _interfaces;

    /// <summary>The devices that its ends are on, each once.</summary>
    /// <exception cref="ObjectDisposedException">One was collected: hold the testbed.</exception>
    public IReadOnlyList<Device> Devices => [.. _interfaces.Select(static end => end.Device).Distinct()];

    /// <summary>Whether the topology's <c>links:</c> describes it; without, only interfaces name it.</summary>
    public bool IsDescribed => _described is not null;

    /// <summary>The text under any key of its description; null where there is none.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="TestbedValueException">It is not a single value, or its markup gives nothing.</exception>
    public string? this[string key] => _scope.Text(Body, key);

    /// <summary>The keys of its description.</summary>
    public IEnumerable<string> Keys => Body?.Entries.Select(static entry => entry.Key.Text) ?? [];

    /// <summary>Where its name stands under <c>links:</c>; null where it has no description.</summary>
    public FileRange? Range => _described?.Key.Range;

    private YamlMapping? Body => _described?.Value as YamlMapping;

    /// <summary>The value under any key of its description, also a list or a map.</summary>
    /// <param name="key">The key.</param>
    public TestbedValue Value(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(Body?[key], key, _scope);
    }

    /// <summary>Whether it is the link's alias, and not its name.</summary>
    /// <param name="text">A name or alias.</param>
    public bool IsAlias(string text) => text == Alias && text != Name;

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    internal void Add(Interface end)
    {
        _interfaces.Add(end);
        end.Link = this;
    }
}
