using System.Globalization;
using System.Net;

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
