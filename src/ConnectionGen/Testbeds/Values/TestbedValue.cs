using System.Diagnostics;
using System.Globalization;
using System.Net;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen;

/// <summary>
/// A value of a testbed file as it stands there: a text, a list or a map, such as everything below <c>custom:</c>. Looking into what is not there
/// gives a value that does not exist, so that lines of keys need no question marks. Markup is resolved when a value is read.
/// </summary>
/// <example><code>
/// string? image = device.Custom["images"]["kickstart"].Text;
/// foreach (var vlan in device.Custom["vlans"].Items)
///     Console.WriteLine(vlan.ToInt32());
/// foreach (var site in lab.Custom["sites"].Items)
///     Console.WriteLine($"{site.Key}: {site["city"].Text}");
/// </code></example>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class TestbedValue
{
    private const string NotShown = "********";

    private readonly YamlNode? _node;
    private readonly ValueScope _scope;

    internal TestbedValue(YamlNode? node, string key, string path, ValueScope scope)
    {
        _node = node;
        Key = key;
        Path = path;
        _scope = scope;
    }

    internal TestbedValue(YamlNode? node, string key, ValueScope scope)
        : this(node, key, key, scope)
    {
    }

    /// <summary>The key that it stands under; its number, from 0, in a list.</summary>
    public string Key { get; }

    /// <summary>The keys that lead to it, joined with dots, such as <c>custom.images.kickstart</c>.</summary>
    public string Path { get; }

    /// <summary>Whether the file says anything here: false for a key that it has not, and for an empty one.</summary>
    public bool Exists => Node is not null;

    /// <summary>A single value's text; null where there is none.</summary>
    /// <exception cref="TestbedValueException">It is a list or a map, or its markup gives nothing.</exception>
    public string? Text => Node switch
    {
        null => null,
        YamlScalar scalar => scalar.Text,
        var other => throw Wrong(other, "a single value"),
    };

    /// <summary>The value under a key of a map; one that does not exist where there is no such key.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="TestbedValueException">It is a text or a list, or its markup gives nothing.</exception>
    public TestbedValue this[string key]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(key);
            return Node switch
            {
                null => Below(null, key),
                YamlMapping map => Below(map[key], key),
                var other => throw Wrong(other, "a map"),
            };
        }
    }

    /// <summary>The value at a place of a list, from 0; one that does not exist behind its end.</summary>
    /// <param name="index">The place.</param>
    /// <exception cref="TestbedValueException">It is a map, or its markup gives nothing.</exception>
    public TestbedValue this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            return Items is var items && index < items.Count ? items[index] : Below(null, index.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The values of a list or a map, in file order. A single value is a list of one, as the format has it; what does not exist has none.</summary>
    /// <exception cref="TestbedValueException">Its markup gives nothing.</exception>
    public IReadOnlyList<TestbedValue> Items => Node switch
    {
        YamlSequence list => [.. list.Items.Select((item, index) => Below(item, index.ToString(CultureInfo.InvariantCulture)))],
        YamlMapping map => [.. map.Entries.Select(entry => Below(entry.Value, entry.Key.Text))],
        YamlScalar => [this],
        _ => [],
    };

    /// <summary>The keys of a map, in file order; none for anything else.</summary>
    /// <exception cref="TestbedValueException">Its markup gives nothing.</exception>
    public IReadOnlyList<string> Keys => Node is YamlMapping map ? [.. map.Entries.Select(static entry => entry.Key.Text)] : [];

    /// <summary>One text or a list of texts; none where it does not exist.</summary>
    /// <exception cref="TestbedValueException">It is a map or a list of other things, or its markup gives nothing.</exception>
    public IReadOnlyList<string> Texts => _node is null ? [] : _scope.Texts(_node, Path) ?? [];

    /// <summary>A single value as a secret, which no log shows; null where there is none.</summary>
    /// <exception cref="TestbedValueException">It is a list or a map, or its markup gives nothing.</exception>
    public SecretString? Secret => new TestbedValue(_node, Key, Path, _scope with { HoldsSecrets = true }).Text is { } text ? new SecretString(text) : null;

    /// <summary>Where it stands; null where it does not.</summary>
    public FileRange? Range => _node?.Range;

    private YamlNode? Node => _node is null ? null : _scope.Markup.Resolve(_node, Path, _scope) switch
    {
        YamlScalar { IsNull: true } => null,
        var node => node,
    };

    /// <summary>A whole number; null where it does not exist.</summary>
    /// <exception cref="TestbedValueException">It is something else, or its markup gives nothing.</exception>
    public int? ToInt32() => As(static text => ValueText.ToInt64(text) is { } number and >= int.MinValue and <= int.MaxValue ? (int?)number : null, $"a whole number from {int.MinValue} to {int.MaxValue}");

    /// <inheritdoc cref="ToInt32"/>
    public long? ToInt64() => As(ValueText.ToInt64, "a whole number");

    /// <summary>A number with or without point; null where it does not exist.</summary>
    /// <inheritdoc cref="ToInt32"/>
    public double? ToDouble() => As(ValueText.ToDouble, "a number");

    /// <summary>True or false, also written yes and no or on and off; null where it does not exist.</summary>
    /// <inheritdoc cref="ToInt32"/>
    public bool? ToBoolean() => As(ValueText.ToBoolean, "true or false");

    /// <summary>A length of time in seconds, as <c>00:01:30</c> or as <c>PT1M30S</c>; null where it does not exist.</summary>
    /// <inheritdoc cref="ToInt32"/>
    public TimeSpan? ToTimeSpan() => As(ValueText.ToTimeSpan, "seconds, as in 90 or 0.5, PT1M30S or 00:01:30");

    /// <summary>An IPv4 or IPv6 address; null where it does not exist.</summary>
    /// <inheritdoc cref="ToInt32"/>
    public IPAddress? ToIPAddress() => Text is { } text ? ValueText.ToIPAddress(text) ?? throw Wrong(_node!, "an IP address") : null;

    /// <summary>An address with or without mask; null where it does not exist.</summary>
    /// <inheritdoc cref="ToInt32"/>
    public InterfaceAddress? ToInterfaceAddress() =>
        Text is { } text ? InterfaceAddress.TryParse(text, out var address) ? address : throw Wrong(_node!, "an address, as in 10.0.0.1/24 or 2001:db8::1/64") : null;

    /// <summary>The text as the file has it, markup unresolved; what is a password or looks like one is not shown, and nor is what a map or list holds.</summary>
    public override string ToString() => _node switch
    {
        null => "",
        YamlScalar when WrongValue.IsSecret(Path) => NotShown,
        YamlScalar { IsNull: true } => "",
        YamlScalar scalar => scalar.Text,
        YamlSequence list => string.Create(CultureInfo.InvariantCulture, $"a list of {list.Items.Count}"),
        YamlMapping map => string.Create(CultureInfo.InvariantCulture, $"a map of {map.Entries.Count}"),
        _ => "",
    };

    /// <summary>To throw where a map lacks a key that it needs.</summary>
    internal TestbedValueException Incomplete(string key) =>
        _scope.Wrong("CG2004", Path, Range, $"'{Path}'{_scope.Owner} has no '{key}'");

    private T? As<T>(Func<string, T?> read, string expected)
        where T : struct
        => Text is { } text ? read(text.Trim()) ?? throw Wrong(_node!, expected) : null;

    private TestbedValue Below(YamlNode? node, string key) => new(node, key, $"{Path}.{key}", _scope);

    private TestbedValueException Wrong(YamlNode node, string expected) => _scope.WrongType(Path, node, expected);
}
