using System.Diagnostics;
using System.Globalization;

namespace ConnectionGen.Measures;

/// <summary>
/// Times calls in turn, A B A B …, and compares round by round: on a machine that others use, too, the median of the differences or ratios of
/// neighbours holds where an absolute figure does not.
/// </summary>
internal sealed class Interleaved
{
    private readonly List<double>[] _times;
    private readonly List<double>[] _bytes;

    private Interleaved(int candidates)
    {
        _times = [.. Enumerable.Range(0, candidates).Select(static _ => new List<double>())];
        _bytes = [.. Enumerable.Range(0, candidates).Select(static _ => new List<double>())];
    }

    public static async Task<Interleaved> RunAsync(int rounds, int callsARound, params Func<int, Task>[] candidates)
    {
        var measured = new Interleaved(candidates.Length);
        for (var round = -3; round < rounds; round++)
        {
            for (var n = 0; n < candidates.Length; n++)
            {
                var allocated = GC.GetTotalAllocatedBytes(precise: true);
                var start = Stopwatch.GetTimestamp();
                await candidates[n](callsARound);
                var elapsed = Stopwatch.GetElapsedTime(start);
                allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
                if (round >= 0)
                {
                    measured._times[n].Add(elapsed.TotalNanoseconds / callsARound);
                    measured._bytes[n].Add((double)allocated / callsARound);
                }
            }
        }

        return measured;
    }

    /// <summary>Median nanoseconds a call.</summary>
    public double Nanoseconds(int candidate) => Median(_times[candidate]);

    /// <summary>Median bytes a call.</summary>
    public double Bytes(int candidate) => Median(_bytes[candidate]);

    /// <summary>By how much the second took longer than the first in the same round, in the median.</summary>
    public double ExtraNanoseconds(int first, int second) => Median(_times[second].Zip(_times[first], static (b, a) => b - a));

    /// <summary>How many times the first's time the second took in the same round, in the median.</summary>
    public double Ratio(int first, int second) => Median(_times[second].Zip(_times[first], static (b, a) => b / a));

    public static string Row(string what, double found, string unit, string limit, bool holds)
        => string.Create(CultureInfo.InvariantCulture, $"| {what} | {found:F2} {unit} | {limit} | {(limit.Length == 0 ? "" : holds ? "yes" : "**no**")} |");

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
