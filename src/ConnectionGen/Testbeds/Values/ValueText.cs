using System.Buffers;
using System.Globalization;

namespace ConnectionGen;

/// <summary>A testbed file's texts as values; null where a text has another form. The culture never matters.</summary>
internal static class ValueText
{
    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789.");

    /// <summary>YAML's words for true and false, also the older ones, upper and lower case being alike.</summary>
    public static bool? ToBoolean(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "ON" => true,
        "FALSE" or "NO" or "OFF" => false,
        _ => null,
    };

    /// <summary>A decimal number, or <c>0x</c> and hexadecimal digits. Leading zeros have no meaning.</summary>
    public static long? ToInt64(string text) =>
        text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            ? long.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hexadecimal) && hexadecimal >= 0 ? hexadecimal : null
            : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static ulong? ToUInt64(string text) =>
        ToInt64(text) is { } number and >= 0 ? (ulong)number
        : ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var large) ? large : null;

    public static double? ToDouble(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static decimal? ToDecimal(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Seconds (<c>90</c>, <c>0.5</c>), <c>d.hh:mm:ss</c> or ISO 8601 (<c>PT1M30S</c>).</summary>
    public static TimeSpan? ToTimeSpan(string text)
    {
        if (ToDecimal(text) is { } seconds)
            return FromSeconds(seconds);

        // with one colon it might be hours and minutes or minutes and seconds
        var isClock = text.Count(static c => c == ':') == 2;
        return isClock && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var span) ? span : FromIso(text);
    }

    private static TimeSpan? FromSeconds(decimal seconds) =>
        Math.Abs(seconds) <= (decimal)TimeSpan.MaxValue.TotalSeconds - 1 ? TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond)) : null;

    /// <summary>ISO 8601 with weeks or days, hours, minutes and seconds; years and months have no fixed length and are refused.</summary>
    private static TimeSpan? FromIso(string text)
    {
        var rest = text.AsSpan();
        var negative = rest is ['-', ..];
        rest = negative ? rest[1..] : rest;
        if (rest is not ['P' or 'p', _, ..])
            return null;

        rest = rest[1..];
        var units = "WD";
        var inTime = false;
        decimal seconds = 0;
        while (!rest.IsEmpty)
        {
            if (!inTime && rest is ['T' or 't', _, ..])
            {
                inTime = true;
                units = "HMS";
                rest = rest[1..];
            }

            var digits = rest.IndexOfAnyExcept(s_digits);
            if (digits <= 0 || units.IndexOf(char.ToUpperInvariant(rest[digits]), StringComparison.Ordinal) is var unit && unit < 0)
                return null;

            if (!decimal.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) || amount > MostOfAUnit)
                return null;

            seconds += amount * SecondsIn(units[unit]);
            units = units[(unit + 1)..];
            rest = rest[(digits + 1)..];
        }

        return FromSeconds(negative ? -seconds : seconds);
    }

    // more than any TimeSpan holds, and far from decimal's own limit
    private const decimal MostOfAUnit = 1_000_000_000_000m;

    private static decimal SecondsIn(char unit) => unit switch { 'W' => 604_800, 'D' => 86_400, 'H' => 3_600, 'M' => 60, _ => 1 };
}
