using System.Globalization;
using System.Text.RegularExpressions;
using static ConnectionGen.Cli.Expecting.PatternLimits;

namespace ConnectionGen.Cli.Reachability;

/// <summary>Reads what a ping has found from what the device says, whichever of the usual ways it says it in.</summary>
internal static partial class PingText
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    /// <summary>The result; null where the text holds none.</summary>
    public static PingResult? Read(string address, string text)
    {
        // the last one counts: a text may quote another before it
        if ((Last(Rate(), text) ?? Last(Counts(), text)) is not { } found)
            return null;
        var times = Last(Times(), text) ?? Last(NamedTimes(), text);
        return new PingResult(address, Number(found, "sent"), Number(found, "received"), Time(times, "min"), Time(times, "avg"), Time(times, "max"), text);
    }

    private static Match? Last(Regex pattern, string text) => pattern.Matches(text) is { Count: > 0 } matches ? matches[^1] : null;

    private static int Number(Match match, string group) => int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static TimeSpan? Time(Match? match, string group) =>
        match is not null && double.TryParse(match.Groups[group].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds)
            ? RoundTrip(milliseconds)
            : null;

    /// <summary>A time of milliseconds with decimals, to the nearest tick.</summary>
    public static TimeSpan RoundTrip(double milliseconds) => TimeSpan.FromTicks((long)Math.Round(milliseconds * TimeSpan.TicksPerMillisecond));

    // Success rate is 100 percent (5/5)
    [GeneratedRegex(@"Success rate is \d+ percent \((?<received>\d+)/(?<sent>\d+)\)", Options, Milliseconds)]
    private static partial Regex Rate();

    // 5 packets transmitted, 5 received, 0% packet loss; 5 packet(s) transmitted, 5 packet(s) received
    [GeneratedRegex(@"(?<sent>\d+) (?:packets?|packet\(s\)) transmitted, (?<received>\d+) (?:(?:packets?|packet\(s\)) )?received", Options, Milliseconds)]
    private static partial Regex Counts();

    // min/avg/max = 1/2/4 ms, also with mdev or stddev behind
    [GeneratedRegex(@"min/avg/max(?:/[\w-]+)? ?= ?(?<min>[\d.]+)/(?<avg>[\d.]+)/(?<max>[\d.]+)(?:/[\d.]+)? ?ms", Options, Milliseconds)]
    private static partial Regex Times();

    // round-trip min = 1.03ms, avg = 1.20ms, max = 1.31ms
    [GeneratedRegex(@"min = (?<min>[\d.]+) ?ms, avg = (?<avg>[\d.]+) ?ms, max = (?<max>[\d.]+) ?ms", Options, Milliseconds)]
    private static partial Regex NamedTimes();
}
