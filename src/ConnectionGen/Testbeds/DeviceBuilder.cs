using System.Text.Json;

namespace ConnectionGen;

/// <summary>A device of a <see cref="TestbedBuilder"/>.</summary>
public sealed class DeviceBuilder
{
    private readonly BlockBuilder _own = new();
    private readonly OrderedDictionary<string, BlockBuilder> _connections = new(StringComparer.Ordinal);

    internal DeviceBuilder()
    {
    }

    /// <summary>Sets a key of the device, such as <c>os</c>, <c>platform</c>, <c>type</c> or <c>alias</c>.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">Its value.</param>
    public DeviceBuilder Set(string key, string value)
    {
        _own.Set(key, value);
        return this;
    }

    /// <summary>Adds a credential for this device; it stands before the testbed's of the same name.</summary>
    /// <param name="name">Its name; <c>default</c> is what logs in where nothing else is said.</param>
    /// <param name="username">The user name, or null.</param>
    /// <param name="password">The password, or null; it may be markup such as <c>%ENV{PASSWORD}</c>.</param>
    public DeviceBuilder AddCredential(string name, string? username, string? password)
    {
        _own.AddCredential(name, username, password);
        return this;
    }

    /// <summary>Says what holds where a call says nothing else.</summary>
    /// <param name="class">The connection class.</param>
    /// <param name="alias">The alias.</param>
    /// <param name="via">The path.</param>
    public DeviceBuilder Defaults(string? @class = null, [ConnectionAlias] string? alias = null, string? via = null)
    {
        var defaults = new BlockBuilder();
        foreach (var (key, value) in new[] { ("class", @class), ("alias", alias), ("via", via) })
        {
            if (value is not null)
            {
                defaults.Set(key, value);
            }
        }

        _connections["defaults"] = defaults;
        return this;
    }

    /// <summary>Adds a path, a way to reach the device.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="describe">Sets its keys, such as <c>protocol</c>, <c>ip</c>, <c>port</c>, and the arguments of its connection class.</param>
    /// <exception cref="ArgumentException">The name is taken, or is <c>defaults</c>.</exception>
    public DeviceBuilder AddPath(string name, Action<BlockBuilder> describe)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(describe);
        var path = new BlockBuilder();
        if (name == "defaults" || !_connections.TryAdd(name, path))
        {
            throw new ArgumentException(name == "defaults" ? "'defaults' is no path; say what holds by default with Defaults." : $"The device has a path '{name}' already.", nameof(name));
        }

        describe(path);
        return this;
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        _own.WriteKeys(writer);
        writer.WriteStartObject("connections");
        foreach (var (name, block) in _connections)
        {
            writer.WriteStartObject(name);
            block.WriteKeys(writer);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}

/// <summary>A block of keys of a <see cref="TestbedBuilder"/>, such as a path.</summary>
public sealed class BlockBuilder
{
    private readonly OrderedDictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly BuiltCredentials _credentials = new();

    internal BlockBuilder()
    {
    }

    /// <summary>Sets a key; the last value of one counts.</summary>
    /// <param name="key">The key, as in a testbed file.</param>
    /// <param name="value">Its value, as text.</param>
    public BlockBuilder Set(string key, string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        ArgumentNullException.ThrowIfNull(value);
        _values[key] = value;
        return this;
    }

    /// <summary>Adds a credential for this path alone; it stands before the device's and the testbed's of the same name.</summary>
    /// <param name="name">Its name; <c>default</c> is what logs in where nothing else is said.</param>
    /// <param name="username">The user name, or null.</param>
    /// <param name="password">The password, or null; it may be markup such as <c>%ENV{PASSWORD}</c>.</param>
    public BlockBuilder AddCredential(string name, string? username, string? password)
    {
        _credentials.Add(name, username, password);
        return this;
    }

    internal void WriteKeys(Utf8JsonWriter writer)
    {
        _credentials.Write(writer);
        foreach (var (key, value) in _values)
        {
            writer.WriteString(key, value);
        }
    }
}
