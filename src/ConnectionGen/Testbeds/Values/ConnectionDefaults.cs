using ConnectionGen.TestbedFiles;

namespace ConnectionGen;

/// <summary>A device's <c>connections.defaults</c>: what holds where a call says nothing else. Values are resolved when they are read.</summary>
public sealed class ConnectionDefaults
{
    private readonly ValueScope _scope;

    internal ConnectionDefaults(YamlMapping? values, ValueScope scope)
    {
        Values = values;
        _scope = scope;
    }

    /// <summary>The connection class; null where none is named.</summary>
    public string? Class => this["class"];

    /// <summary>The alias of the connection that a call without one makes; null for <c>default</c>.</summary>
    public string? Alias => this["alias"];

    /// <summary>The path that a call without one takes; null where the connection class chooses.</summary>
    public string? Via => this["via"];

    /// <summary>The credentials to try one after the other when a login is refused; empty where none are named.</summary>
    public IReadOnlyList<string> FallbackCredentials => _scope.Texts(Values, "fallback_credentials") ?? [];

    /// <summary>The text under any key; null where there is none.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="TestbedValueException">It is not a single value, or its markup gives nothing.</exception>
    public string? this[string key] => _scope.Text(Values, key);

    /// <summary>The value under any key, also a list or a map, such as <c>connections</c> and <c>connections_arguments</c> of a device with several consoles.</summary>
    /// <param name="key">The key.</param>
    public TestbedValue Value(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(Values?[key], key, _scope);
    }

    /// <summary>Where the block stands in the testbed file; null where there is none.</summary>
    public FileRange? Range => Values?.Range;

    internal YamlMapping? Values { get; }

    /// <summary>Where the class is named.</summary>
    internal FileRange? ClassRange => Values?["class"]?.Range;
}
