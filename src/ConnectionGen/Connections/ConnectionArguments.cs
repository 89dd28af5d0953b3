using System.Net;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen;

/// <summary>
/// What the testbed file says about a connection class's constructor parameters, by their keys in snake_case. A value is looked for in the path's
/// <c>arguments</c> block, the path itself, the <c>arguments</c> block of <c>defaults</c>, and <c>defaults</c> itself; an empty value says nothing.
/// A value of the wrong type is a <see cref="TestbedValueException"/> that names key, device, path and place; null means that nothing is said.
/// </summary>
public sealed class ConnectionArguments
{
    private readonly ValueScope _scope;
    private readonly YamlMapping?[] _places;
    private readonly FileRange? _range;

    internal ConnectionArguments(DeviceDescription device, PathDescription path)
    {
        _scope = path.Scope;
        _range = path.Range;
        var defaults = device.Defaults.Values;
        _places = [path.Values.Mapping("arguments"), path.Values, defaults?.Mapping("arguments"), defaults];
    }

    /// <summary>A text, as it is written.</summary>
    /// <param name="key">The key.</param>
    public string? ReadString(string key) => Find(key) is { } node ? _scope.Text(node, key) : null;

    /// <summary>True or false; also yes and no, on and off.</summary>
    /// <param name="key">The key.</param>
    public bool? ReadBoolean(string key) => Read(key, ValueText.ToBoolean, "true or false");

    /// <summary>A whole number.</summary>
    /// <param name="key">The key.</param>
    public byte? ReadByte(string key) => (byte?)ReadWhole(key, byte.MinValue, byte.MaxValue);

    /// <summary>A whole number.</summary>
    /// <param name="key">The key.</param>
    public sbyte? ReadSByte(string key) => (sbyte?)ReadWhole(key, sbyte.MinValue, sbyte.MaxValue);

    /// <summary>A whole number.</summary>
    /// <param name="key">The key.</param>
    public short? ReadInt16(string key) => (short?)ReadWhole(key, short.MinValue, short.MaxValue);

    /// <summary>A whole number.</summary>
    /// <param name="key">The key.</param>
    public ushort? ReadUInt16(string key) => (ushort?)ReadWhole(key, ushort.MinValue, ushort.MaxValue);

    /// <summary>A whole number.</summary>
    /// <param name="key">The key.</param>
    public int? ReadInt32(string key) => (int?)ReadWhole(key, int.MinValue, int.MaxValue);

    /// <summary>A whole number.</summary>
    /// <param name="key">The key.</param>
    public uint? ReadUInt32(string key) => (uint?)ReadWhole(key, uint.MinValue, uint.MaxValue);

    /// <summary>A whole number.</summary>
    /// <param name="key">The key.</param>
    public long? ReadInt64(string key) => ReadWhole(key, long.MinValue, long.MaxValue);

    /// <summary>A whole number.</summary>
    /// <param name="key">The key.</param>
    public ulong? ReadUInt64(string key) => Read(key, ValueText.ToUInt64, $"a whole number from 0 to {ulong.MaxValue}");

    /// <summary>A number.</summary>
    /// <param name="key">The key.</param>
    public float? ReadSingle(string key) => (float?)ReadDouble(key);

    /// <summary>A number.</summary>
    /// <param name="key">The key.</param>
    public double? ReadDouble(string key) => Read(key, ValueText.ToDouble, "a number");

    /// <summary>A number.</summary>
    /// <param name="key">The key.</param>
    public decimal? ReadDecimal(string key) => Read(key, ValueText.ToDecimal, "a number");

    /// <summary>One character.</summary>
    /// <param name="key">The key.</param>
    public char? ReadChar(string key) => Read(key, static text => text.Length == 1 ? text[0] : (char?)null, "one character");

    /// <summary>A span of time: seconds (<c>90</c>, <c>0.5</c>), <c>d.hh:mm:ss</c> or ISO 8601 (<c>PT1M30S</c>).</summary>
    /// <param name="key">The key.</param>
    public TimeSpan? ReadTimeSpan(string key) => Read(key, ValueText.ToTimeSpan, "seconds or a span of time, as in 90, 0.5, PT1M30S or 00:01:30");

    /// <summary>One of an enum's names, upper and lower case, <c>-</c> and <c>_</c> making no difference.</summary>
    /// <typeparam name="TEnum">The enum.</typeparam>
    /// <param name="key">The key.</param>
    public TEnum? ReadEnum<TEnum>(string key)
        where TEnum : struct, Enum
    {
        if (Find(key) is not { } node || _scope.Text(node, key) is not { } text)
            return null;

        var names = Enum.GetNames<TEnum>();
        var plain = EnumWord(text);
        var index = Array.FindIndex(names, name => string.Equals(EnumWord(name), plain, StringComparison.OrdinalIgnoreCase));
        if (index < 0)
            throw _scope.WrongType(key, node, "one of " + string.Join(", ", names), NearestName.Find(text, names) is { } near ? $"; did you mean '{near}'?" : null);

        return Enum.Parse<TEnum>(names[index]);
    }

    /// <summary>A complete address such as <c>https://10.0.0.1/api</c>.</summary>
    /// <param name="key">The key.</param>
    public Uri? ReadUri(string key) =>
        ReadObject(key, static text => Uri.TryCreate(text, UriKind.Absolute, out var uri) ? uri : null, "a complete address, as in https://10.0.0.1/api");

    /// <summary>An IPv4 or IPv6 address.</summary>
    /// <param name="key">The key.</param>
    public IPAddress? ReadIPAddress(string key) => ReadObject(key, ValueText.ToIPAddress, "an IPv4 or IPv6 address");

    /// <summary>A text that is never shown.</summary>
    /// <param name="key">The key.</param>
    public SecretString? ReadSecret(string key) => ReadString(key) is { } text ? new SecretString(text) : null;

    /// <summary>A list of texts; a single text is a list of one.</summary>
    /// <param name="key">The key.</param>
    public IReadOnlyList<string>? ReadStrings(string key) => Find(key) is { } node ? _scope.Texts(node, key) : null;

    /// <summary>A map of texts, in file order.</summary>
    /// <param name="key">The key.</param>
    public IReadOnlyDictionary<string, string>? ReadStringMap(string key)
    {
        if (Find(key) is not { } node)
            return null;

        if (_scope.Markup.Resolve(node, key, _scope) is not YamlMapping map)
            throw _scope.WrongType(key, node, "a map of texts");

        var values = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in map.Entries)
            values[entry.Key.Text] = _scope.Text(entry.Value, $"{key}.{entry.Key.Text}") ?? "";

        return values;
    }

    /// <summary>What to throw where the file says nothing of a parameter that has no default.</summary>
    /// <param name="key">The key.</param>
    public Exception Missing(string key) =>
        _scope.Wrong("CG2004", key, _range, $"'{key}'{_scope.Owner} is missing; the connection class needs it. Write it on the path or give it in the call.");

    private YamlNode? Find(string key)
    {
        foreach (var place in _places)
        {
            if (place?[key] is { } node and not YamlScalar { IsNull: true })
                return node;
        }

        return null;
    }

    private long? ReadWhole(string key, long least, long most) =>
        Read(key, text => ValueText.ToInt64(text) is { } number && number >= least && number <= most ? number : (long?)null, $"a whole number from {least} to {most}");

    private T? Read<T>(string key, Func<string, T?> parse, string expected)
        where T : struct =>
        Find(key) is { } node && _scope.Text(node, key) is { } text ? parse(text) ?? throw _scope.WrongType(key, node, expected) : null;

    private T? ReadObject<T>(string key, Func<string, T?> parse, string expected)
        where T : class =>
        Find(key) is { } node && _scope.Text(node, key) is { } text ? parse(text) ?? throw _scope.WrongType(key, node, expected) : null;

    private static string EnumWord(string name) => name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
}
