using System.Globalization;
using System.Text.RegularExpressions;
using static ConnectionGen.Cli.Expecting.PatternLimits;

namespace ConnectionGen.Cli.Reachability;

/// <summary>Reads hops and probes from what the device says. A line with a number begins a hop; one that is set in and has none goes on with it.</summary>
internal static partial class TracerouteText
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    public static TracerouteResult Read(string address, string text)
    {
        var hops = new List<(int Number, List<TracerouteProbe> Probes)>();
        foreach (var line in text.Split('\n'))
        {
            var hop = Hop().Match(line);
            if (hop.Success)
                hops.Add((int.Parse(hop.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture), []));
            else if (hops.Count == 0 || !line.StartsWith("  ", StringComparison.Ordinal))
                continue;
            ReadProbes(hop.Success ? hop.Groups["probes"].Value : line, hops[^1].Probes);
        }

        return new TracerouteResult(address, [.. hops.Select(static hop => new TracerouteHop(hop.Number, hop.Probes))], text);
    }

    private static void ReadProbes(string line, List<TracerouteProbe> probes)
    {
        // who answered stands before his first time, and counts for those behind it
        string? address = null, name = null;
        foreach (Match token in Token().Matches(line))
        {
            if (token.Groups["address"] is { Success: true } who)
                (address, name) = (who.Value, token.Groups["name"] is { Success: true } named && named.Value != who.Value ? named.Value : null);
            else if (token.Groups["time"] is { Success: true } time)
                probes.Add(new TracerouteProbe(address, name, PingText.RoundTrip(double.Parse(time.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture)), null));
            else if (token.Groups["lost"].Success)
                probes.Add(new TracerouteProbe(null, null, null, null));
            else if (token.Groups["mark"] is { Success: true } mark)
                Remark(probes, address, name, mark.Value);
        }
    }

    // "1.2 ms !H" remarks on that probe; "!H" alone is one without a time
    private static void Remark(List<TracerouteProbe> probes, string? address, string? name, string mark)
    {
        if (probes is [.., { RoundTrip: not null, Mark: null } last])
            probes[^1] = last with { Mark = mark };
        else
            probes.Add(new TracerouteProbe(address, name, null, mark));
    }

    [GeneratedRegex(@"^ {0,3}(?<number>\d{1,3})[ \t]+(?<probes>\S.*)$", Options, Milliseconds)]
    private static partial Regex Hop();

    // what stands in brackets, such as labels and autonomous systems, is skipped first
    [GeneratedRegex(@"\[[^\]]*\]|(?<time>\d+(?:\.\d+)?) ?(?:ms|msec)\b|(?<lost>\*)|(?<mark>!\S*)|(?<name>[\w.:-]+) \((?<address>[\da-fA-F.:%]+)\)|(?<address>\d{1,3}(?:\.\d{1,3}){3}|[\da-fA-F]*:[\da-fA-F.:%]+)", Options, Milliseconds)]
    private static partial Regex Token();
}
