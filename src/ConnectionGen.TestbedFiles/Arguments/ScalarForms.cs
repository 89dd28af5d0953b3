using System.Globalization;
using System.Net;

#pragma warning disable CA1720 // each is the form of exactly the type that it is named after

namespace ConnectionGen.TestbedFiles;

/// <summary>The forms of single values, one a type.</summary>
public static class ScalarForms
{
    /// <summary>A text, as it is written.</summary>
    public static ScalarForm<string> Text { get; } = new("text", "a single value", static text => (true, text));

    /// <summary>A text that is never shown.</summary>
    public static ScalarForm<string> Secret { get; } = new("secret", "a single value", static text => (true, text));

    /// <summary>True or false; also yes and no, on and off.</summary>
    public static ScalarForm<bool> Boolean { get; } = Of("bool", "true or false", ValueText.ToBoolean);

    /// <summary>A whole number from 0 to 255.</summary>
    public static ScalarForm<byte> Byte { get; } = Whole("byte", byte.MinValue, byte.MaxValue, static number => (byte)number);

    /// <summary>A whole number from -128 to 127.</summary>
    public static ScalarForm<sbyte> SByte { get; } = Whole("sbyte", sbyte.MinValue, sbyte.MaxValue, static number => (sbyte)number);

    /// <summary>A whole number of 16 bits.</summary>
    public static ScalarForm<short> Int16 { get; } = Whole("short", short.MinValue, short.MaxValue, static number => (short)number);

    /// <summary>A whole number of 16 bits that is not negative.</summary>
    public static ScalarForm<ushort> UInt16 { get; } = Whole("ushort", ushort.MinValue, ushort.MaxValue, static number => (ushort)number);

    /// <summary>A whole number of 32 bits.</summary>
    public static ScalarForm<int> Int32 { get; } = Whole("int", int.MinValue, int.MaxValue, static number => (int)number);

    /// <summary>A whole number of 32 bits that is not negative.</summary>
    public static ScalarForm<uint> UInt32 { get; } = Whole("uint", uint.MinValue, uint.MaxValue, static number => (uint)number);

    /// <summary>A whole number of 64 bits.</summary>
    public static ScalarForm<long> Int64 { get; } = Whole("long", long.MinValue, long.MaxValue, static number => number);

    /// <summary>A whole number of 64 bits that is not negative.</summary>
    public static ScalarForm<ulong> UInt64 { get; } = Of("ulong", $"a whole number from 0 to {ulong.MaxValue}", ValueText.ToUInt64);

    /// <summary>A number.</summary>
    public static ScalarForm<float> Single { get; } = Of("float", "a number", static text => (float?)ValueText.ToDouble(text));

    /// <summary>A number.</summary>
    public static ScalarForm<double> Double { get; } = Of("double", "a number", ValueText.ToDouble);

    /// <summary>A number.</summary>
    public static ScalarForm<decimal> Decimal { get; } = Of("decimal", "a number", ValueText.ToDecimal);

    /// <summary>One character.</summary>
    public static ScalarForm<char> Char { get; } = Of("char", "one character", static text => text.Length == 1 ? text[0] : (char?)null);

    /// <summary>A span of time: seconds (<c>90</c>, <c>0.5</c>), <c>d.hh:mm:ss</c> or ISO 8601 (<c>PT1M30S</c>).</summary>
    public static ScalarForm<TimeSpan> TimeSpan { get; } = Of("time", "seconds or a span of time, as in 90, 0.5, PT1M30S or 00:01:30", ValueText.ToTimeSpan);

    /// <summary>A complete address such as <c>https://10.0.0.1/api</c>.</summary>
    public static ScalarForm<Uri> Uri { get; } = OfObject("uri", "a complete address, as in https://10.0.0.1/api", ValueText.ToUri);

    /// <summary>An IPv4 or IPv6 address.</summary>
    public static ScalarForm<IPAddress> IPAddress { get; } = OfObject("ip", "an IPv4 or IPv6 address", ValueText.ToIPAddress);

    internal static IReadOnlyList<ScalarForm> All { get; } =
        [Text, Secret, Boolean, Byte, SByte, Int16, UInt16, Int32, UInt32, Int64, UInt64, Single, Double, Decimal, Char, TimeSpan, Uri, IPAddress];

    private static ScalarForm<T> Whole<T>(string word, long least, long most, Func<long, T> convert) =>
        new(word, string.Format(CultureInfo.InvariantCulture, "a whole number from {0} to {1}", least, most), text =>
            ValueText.ToInt64(text) is { } number && number >= least && number <= most ? (true, convert(number)) : default);

    private static ScalarForm<T> Of<T>(string word, string expected, Func<string, T?> read)
        where T : struct =>
        new(word, expected, text => read(text) is { } value ? (true, value) : default);

    private static ScalarForm<T> OfObject<T>(string word, string expected, Func<string, T?> read)
        where T : class =>
        new(word, expected, text => read(text) is { } value ? (true, value) : default);
}
