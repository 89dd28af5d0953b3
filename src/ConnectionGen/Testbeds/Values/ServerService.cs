using System.Diagnostics;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen;

/// <summary>Something that a <see cref="Server"/> offers. Values are resolved when they are read.</summary>
[DebuggerDisplay("{Name,nq}")]
public sealed class ServerService
{
    private readonly YamlEntry _entry;
    private readonly ValueScope _scope;

    internal ServerService(YamlEntry entry, ValueScope scope)
    {
        _entry = entry;
        _scope = scope;
    }

    /// <summary>The name.</summary>
    public string Name => _entry.Key.Text;

    /// <summary>The type; null where none is named.</summary>
    public string? Type => this["type"];

    /// <summary>The logical name; null where none is named.</summary>
    public string? Logical => this["logical"];

    /// <summary>The protocol; null where none is named.</summary>
    public string? Protocol => this["protocol"];

    /// <summary>The port; null where none is given.</summary>
    /// <exception cref="TestbedValueException">It is no number from 0 to 65535, or its markup gives nothing.</exception>
    public int? Port => _scope.Number(Body, "port", 0, 65535);

    /// <summary>The transport, such as <c>udp</c>; null where none is named.</summary>
    public string? Transport => this["transport"];

    /// <summary>The version; null where none is named.</summary>
    public string? Version => this["version"];

    /// <summary>The application; null where none is named.</summary>
    public string? Application => this["application"];

    /// <summary>The user's name; null where none is given.</summary>
    public string? Username => this["username"];

    /// <summary>The place among several services of one kind; null where nothing is said.</summary>
    /// <exception cref="TestbedValueException">It is no whole number, or its markup gives nothing.</exception>
    public int? Order => Value("order").ToInt32();

    /// <summary>The text under any key; null where there is none.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="TestbedValueException">It is not a single value, or its markup gives nothing.</exception>
    public string? this[string key] => _scope.Text(Body, key);

    private YamlMapping? Body => _entry.Value as YamlMapping;

    /// <summary>The value under any key, also a list or a map.</summary>
    /// <param name="key">The key.</param>
    public TestbedValue Value(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(Body?[key], key, _scope);
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
