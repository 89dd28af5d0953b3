using System.Net;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen;

/// <summary>
/// A value of a testbed file that is an argument of a connection class. Each method gives it as a type, or throws a <see cref="TestbedValueException"/>
/// that names key, device, path and place where it has another form.
/// </summary>
public sealed class ArgumentValue
{
    private readonly ValueScope _scope;
    private readonly string _key;
    private readonly YamlNode _written;
    private YamlNode? _value;

    internal ArgumentValue(ValueScope scope, string key, YamlNode written)
    {
        _scope = scope;
        _key = key;
        _written = written;
    }

    // resolved only now: whether it is a secret, which nobody may see being typed, its type says
    private YamlNode Value => _value ??= _scope.Markup.Resolve(_written, _key, _scope);

    /// <summary>A text, as it is written.</summary>
    public string ToText() => Read(ScalarForms.Text);

    /// <summary>A text that is never shown.</summary>
    public SecretString ToSecret() => new(new ArgumentValue(_scope with { HoldsSecrets = true }, _key, _written).Read(ScalarForms.Secret));

    /// <summary>True or false; also yes and no, on and off.</summary>
    public bool ToBoolean() => Read(ScalarForms.Boolean);

    /// <summary>A whole number.</summary>
    public byte ToByte() => Read(ScalarForms.Byte);

    /// <summary>A whole number.</summary>
    public sbyte ToSByte() => Read(ScalarForms.SByte);

    /// <summary>A whole number.</summary>
    public short ToInt16() => Read(ScalarForms.Int16);

    /// <summary>A whole number.</summary>
    public ushort ToUInt16() => Read(ScalarForms.UInt16);

    /// <summary>A whole number.</summary>
    public int ToInt32() => Read(ScalarForms.Int32);

    /// <summary>A whole number.</summary>
    public uint ToUInt32() => Read(ScalarForms.UInt32);

    /// <summary>A whole number.</summary>
    public long ToInt64() => Read(ScalarForms.Int64);

    /// <summary>A whole number.</summary>
    public ulong ToUInt64() => Read(ScalarForms.UInt64);

    /// <summary>A number.</summary>
    public float ToSingle() => Read(ScalarForms.Single);

    /// <summary>A number.</summary>
    public double ToDouble() => Read(ScalarForms.Double);

    /// <summary>A number.</summary>
    public decimal ToDecimal() => Read(ScalarForms.Decimal);

    /// <summary>One character.</summary>
    public char ToChar() => Read(ScalarForms.Char);

    /// <summary>A span of time: seconds (<c>90</c>, <c>0.5</c>), <c>d.hh:mm:ss</c> or ISO 8601 (<c>PT1M30S</c>).</summary>
    public TimeSpan ToTimeSpan() => Read(ScalarForms.TimeSpan);

    /// <summary>A complete address such as <c>https://10.0.0.1/api</c>.</summary>
    public Uri ToUri() => Read(ScalarForms.Uri);

    /// <summary>An IPv4 or IPv6 address.</summary>
    public IPAddress ToIPAddress() => Read(ScalarForms.IPAddress);

    /// <summary>One of an enum's names, upper and lower case, <c>-</c> and <c>_</c> making no difference.</summary>
    /// <typeparam name="TEnum">The enum.</typeparam>
    public TEnum ToEnum<TEnum>()
        where TEnum : struct, Enum
    {
        var text = Single();
        var form = new EnumForm(Enum.GetNames<TEnum>());
        return form.Find(text) is { } name ? Enum.Parse<TEnum>(name) : throw Wrong(form.Expected, form.Advice(text));
    }

    /// <summary>A list; a value that is none is a list of one.</summary>
    /// <typeparam name="T">What its elements are.</typeparam>
    /// <param name="read">Gives an element as its type.</param>
    public List<T> ToList<T>(Func<ArgumentValue, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return [.. Items().Select(read)];
    }

    /// <summary>A list, as an array.</summary>
    /// <typeparam name="T">What its elements are.</typeparam>
    /// <param name="read">Gives an element as its type.</param>
    public T[] ToArray<T>(Func<ArgumentValue, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return [.. Items().Select(read)];
    }

    /// <summary>A map, in file order.</summary>
    /// <typeparam name="T">What its values are.</typeparam>
    /// <param name="read">Gives a value as its type.</param>
    public OrderedDictionary<string, T> ToMap<T>(Func<ArgumentValue, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var map = new OrderedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var entry in Block("a map").Entries)
            map[entry.Key.Text] = read(Inner(entry.Value, $"{_key}.{entry.Key.Text}"));

        return map;
    }

    /// <summary>A map.</summary>
    /// <typeparam name="T">What its values are.</typeparam>
    /// <param name="read">Gives a value as its type.</param>
    public Dictionary<string, T> ToDictionary<T>(Func<ArgumentValue, T> read) => new(ToMap(read), StringComparer.Ordinal);

    /// <summary>A block with keys of its own.</summary>
    /// <typeparam name="T">What it describes.</typeparam>
    /// <param name="make">Makes it from the block's keys.</param>
    /// <param name="keys">The keys, for messages.</param>
    public T ToRecord<T>(Func<ConnectionArguments, T> make, params string[] keys)
    {
        ArgumentNullException.ThrowIfNull(make);
        return make(new ConnectionArguments(_scope, _key, Block("a map with " + string.Join(", ", keys))));
    }

    private IEnumerable<ArgumentValue> Items() =>
        Value is YamlSequence list ? list.Items.Select((item, index) => Inner(item, $"{_key}[{index}]")) : [this];

    private ArgumentValue Inner(YamlNode node, string key) => new(_scope, key, node);

    private YamlMapping Block(string expected) => Value as YamlMapping ?? throw Wrong(expected);

    private T Read<T>(ScalarForm<T> form) => form.TryRead(Single(), out var value) ? value : throw Wrong(form.Expected);

    private string Single() => Value switch
    {
        YamlScalar { IsNull: true } => "",
        YamlScalar scalar => scalar.Text,
        _ => throw Wrong("a single value"),
    };

    private TestbedValueException Wrong(string expected, string? advice = null) => _scope.WrongType(_key, _written, expected, advice);
}
