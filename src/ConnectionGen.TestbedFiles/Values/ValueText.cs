using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ConnectionGen.TestbedFiles;

/// <summary>
/// The texts of a testbed file as values, for the build and for loading alike; null where a text has another form. The culture never matters,
/// and YAML's own guesses neither: <c>010</c> is ten, and <c>1:30</c> is no number.
/// </summary>
public static class ValueText
{
    // more than any TimeSpan holds, and far from decimal's own limit
    private const decimal MostOfAUnit = 1_000_000_000_000m;

    /// <summary>YAML's words for true and false, also yes and no, on and off, upper and lower case being alike.</summary>
    /// <param name="text">The text.</param>
    public static bool? ToBoolean(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "ON" => true,
        "FALSE" or "NO" or "OFF" => false,
        _ => null,
    };

    /// <summary>A decimal number, or <c>0x</c> and hexadecimal digits. Leading zeros have no meaning.</summary>
    /// <param name="text">The text.</param>
    public static long? ToInt64(string text)
    {
        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
            return long.TryParse(text.Substring(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hexadecimal) && hexadecimal >= 0 ? hexadecimal : null;

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>A number of <see cref="ToInt64"/> that is not negative, or one beyond its range.</summary>
    /// <param name="text">The text.</param>
    public static ulong? ToUInt64(string text) =>
        ToInt64(text) is { } number and >= 0 ? (ulong)number
        : ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var large) ? large : null;

    /// <summary>A number with or without point and exponent.</summary>
    /// <param name="text">The text.</param>
    public static double? ToDouble(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A number with or without point and exponent.</summary>
    /// <param name="text">The text.</param>
    public static decimal? ToDecimal(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Seconds (<c>90</c>, <c>0.5</c>), <c>d.hh:mm:ss</c> or ISO 8601 (<c>PT1M30S</c>) without years and months, which have no fixed length.</summary>
    /// <param name="text">The text.</param>
    public static TimeSpan? ToTimeSpan(string text)
    {
        if (ToDecimal(text) is { } seconds)
            return FromSeconds(seconds);

        // with one colon it might be hours and minutes or minutes and seconds
        var isClock = text.Count(static c => c == ':') == 2;
        return isClock && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var span) ? span : FromIso(text);
    }

    /// <summary>An IPv4 address with all four numbers, or an IPv6 address.</summary>
    /// <param name="text">The text.</param>
    public static IPAddress? ToIPAddress(string text) =>
        // .NET takes a bare number for an address, and nobody else does
        (text.IndexOf(':') >= 0 || text.Count(static c => c == '.') == 3) && IPAddress.TryParse(text, out var address) ? address : null;

    /// <summary>
    /// An address with the length of its prefix, as in <c>10.0.0.1/24</c>, <c>10.0.0.1/255.255.255.0</c> or <c>2001:db8::1/64</c>; no length
    /// where the text has none.
    /// </summary>
    /// <param name="text">The text.</param>
    public static (IPAddress Address, int? PrefixLength)? ToInterfaceAddress(string text)
    {
        var slash = text.IndexOf('/');
        var address = ToIPAddress(slash < 0 ? text : text.Substring(0, slash));
        if (address is null || HasOctalLook(text))
            return null;

        if (slash < 0)
            return (address, null);

        var mask = text.Substring(slash + 1);
        var length = int.TryParse(mask, NumberStyles.None, CultureInfo.InvariantCulture, out var bits) ? bits
            : address.AddressFamily == AddressFamily.InterNetwork ? LengthOf(mask) : null;
        return length is { } known && known <= (address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128) ? (address, known) : null;
    }

    /// <summary>The prefix length of a mask such as 255.255.255.0, or of a wildcard such as 0.0.0.255; null where its ones are not in a row.</summary>
    private static int? LengthOf(string mask)
    {
        if (ToIPAddress(mask) is not { AddressFamily: AddressFamily.InterNetwork } address)
            return null;

        uint bits = 0;
        foreach (var part in address.GetAddressBytes())
            bits = (bits << 8) | part;

        // the ones of a mask are in front, those of a wildcard at the end
        var wildcard = (bits & 0x8000_0000) != 0 ? ~bits : bits;
        if ((wildcard & (wildcard + 1)) != 0)
            return null;

        var length = 32;
        for (; wildcard != 0; wildcard >>= 1)
            length--;

        return length;
    }

    // .NET reads 010.0.0.1 as 8.0.0.1, others as 10.0.0.1
    private static bool HasOctalLook(string text)
    {
        for (var i = 0; i + 1 < text.Length && text[i] is not ('/' or ':'); i++)
        {
            if (text[i] == '0' && text[i + 1] is >= '0' and <= '9' && (i == 0 || text[i - 1] == '.'))
                return true;
        }

        return false;
    }

    /// <summary>A complete address, its scheme included.</summary>
    /// <param name="text">The text.</param>
    public static Uri? ToUri(string text) =>
        // on some systems a path of files is a complete address, too
        text.IndexOf(':') > 0 && Uri.TryCreate(text, UriKind.Absolute, out var uri) ? uri : null;

    private static TimeSpan? FromSeconds(decimal seconds) =>
        Math.Abs(seconds) <= (decimal)TimeSpan.MaxValue.TotalSeconds - 1 ? TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond)) : null;

    private static TimeSpan? FromIso(string text)
    {
        var negative = text.StartsWith("-", StringComparison.Ordinal);
        var at = negative ? 1 : 0;
        if (text.Length - at < 2 || text[at] is not ('P' or 'p'))
            return null;

        at++;
        var units = "WD";
        var inTime = false;
        decimal seconds = 0;
        while (at < text.Length)
        {
            if (!inTime && text[at] is 'T' or 't')
            {
                inTime = true;
                units = "HMS";
                at++;
            }

            var digits = at;
            while (at < text.Length && text[at] is (>= '0' and <= '9') or '.')
                at++;

            var unit = at < text.Length ? units.IndexOf(char.ToUpperInvariant(text[at])) : -1;
            if (unit < 0 || !decimal.TryParse(text.Substring(digits, at - digits), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) || amount > MostOfAUnit)
                return null;

            seconds += amount * SecondsIn(units[unit]);
            units = units.Substring(unit + 1);
            at++;
        }

        return FromSeconds(negative ? -seconds : seconds);
    }

    private static decimal SecondsIn(char unit) => unit switch { 'W' => 604_800, 'D' => 86_400, 'H' => 3_600, 'M' => 60, _ => 1 };
}
