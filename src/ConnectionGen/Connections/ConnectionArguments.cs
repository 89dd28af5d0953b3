using ConnectionGen.TestbedFiles;

namespace ConnectionGen;

/// <summary>
/// What the testbed file says about a connection class's constructor parameters, by their keys in snake_case. A value is looked for in the path's
/// <c>arguments</c> block, the path itself, the <c>arguments</c> block of <c>defaults</c>, and <c>defaults</c> itself; an empty value says nothing.
/// </summary>
public sealed class ConnectionArguments
{
    private readonly ValueScope _scope;
    private readonly YamlMapping?[] _places;
    private readonly FileRange? _range;
    private readonly string _prefix;

    internal ConnectionArguments(DeviceDescription device, PathDescription path)
    {
        _scope = path.Scope;
        _range = path.Range;
        _prefix = "";
        var defaults = device.Defaults.Values;
        _places = [path.Values.Mapping("arguments"), path.Values, defaults?.Mapping("arguments"), defaults];
    }

    /// <summary>The fields of an argument that is a block of its own.</summary>
    internal ConnectionArguments(ValueScope scope, string key, YamlMapping fields)
    {
        _scope = scope;
        _range = fields.Range;
        _prefix = key + ".";
        _places = [fields];
    }

    /// <summary>The value of a key, whose markup is resolved when it is read as a type; null where nothing is said.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="TestbedValueException">A reference leads nowhere.</exception>
    public ArgumentValue? Find(string key)
    {
        foreach (var place in _places)
        {
            if (place?[key] is { } node && !_scope.Markup.IsNothing(node, _prefix + key, _scope))
                return new ArgumentValue(_scope, _prefix + key, node);
        }

        return null;
    }

    /// <summary>What to throw where the file says nothing of a parameter that has no default.</summary>
    /// <param name="key">The key.</param>
    public Exception Missing(string key) => _prefix.Length > 0
        ? _scope.Wrong("CG2004", key, _range, $"'{_prefix.TrimEnd('.')}'{_scope.Owner} has no '{key}'")
        : _scope.Wrong("CG2004", key, _range, $"'{key}'{_scope.Owner} is missing; the connection class needs it. Write it on the path or give it in the call.");
}
