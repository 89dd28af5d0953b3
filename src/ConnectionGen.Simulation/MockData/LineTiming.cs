using System.Globalization;

namespace ConnectionGen.Simulation;

/// <summary>How fast some lines of a response come: <c>"2:5,1,0.2,0.01"</c> means lines 2, 3 and 4, after a second, 0.2 s between lines, 10 ms between characters.</summary>
/// <param name="Start">The first line, from 0.</param>
/// <param name="End">The line after the last; null means to the end.</param>
/// <param name="StartDelay">The pause before the first of these lines.</param>
/// <param name="LineInterval">The pause between two of them.</param>
/// <param name="CharacterInterval">The pause after each character.</param>
public sealed record LineTiming(int Start, int? End, TimeSpan StartDelay, TimeSpan LineInterval = default, TimeSpan CharacterInterval = default)
{
    /// <summary>Whether a line belongs to these.</summary>
    /// <param name="line">The line, from 0.</param>
    public bool Covers(int line) => line >= Start && (End is not { } end || line < end);

    /// <summary>Reads <c>&lt;start&gt;:&lt;end&gt;,&lt;start delay&gt;[,&lt;line interval&gt;[,&lt;char interval&gt;]]</c>; delays are seconds.</summary>
    /// <param name="text">The text.</param>
    /// <param name="timing">The timing; null where the text is not one.</param>
    public static bool TryParse(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out LineTiming? timing)
    {
        timing = null;
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        var range = parts[0].Split(':', StringSplitOptions.TrimEntries);
        if (parts.Length is < 2 or > 4 || range.Length != 2 || !TryLine(range[0], 0, out var start) || !TryLine(range[1], null, out var end))
        {
            return false;
        }

        var delays = new TimeSpan[3];
        for (var i = 1; i < parts.Length; i++)
        {
            if (!TrySeconds(parts[i], out delays[i - 1]))
            {
                return false;
            }
        }

        timing = new LineTiming(start ?? 0, end, delays[0], delays[1], delays[2]);
        return true;
    }

    /// <summary>The text that <see cref="TryParse"/> reads.</summary>
    public string ToText() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Start}:{End},{StartDelay.TotalSeconds:0.#######},{LineInterval.TotalSeconds:0.#######},{CharacterInterval.TotalSeconds:0.#######}");

    private static bool TryLine(string text, int? absent, out int? line)
    {
        line = absent;
        if (text.Length == 0)
        {
            return true;
        }

        var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        line = number;
        return isNumber;
    }

    private static bool TrySeconds(string text, out TimeSpan delay)
    {
        const double Day = 86_400;
        var isNumber = double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds <= Day;
        delay = isNumber ? TimeSpan.FromSeconds(seconds) : default;
        return isNumber;
    }
}
