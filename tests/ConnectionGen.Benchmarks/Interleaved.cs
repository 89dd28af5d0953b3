using System.Diagnostics;
using System.Globalization;

namespace ConnectionGen.Benchmarks;

/// <summary>
/// Times pairs of calls in turn, A B A B …, and compares medians: on a machine that others use, too, a ratio or a difference of two things measured
/// at the same time holds where an absolute figure does not.
/// </summary>
internal sealed class Interleaved(int rounds)
{
    /// <summary>Median nanoseconds and bytes a call, in the order of the candidates.</summary>
    public async Task<IReadOnlyList<(double Nanoseconds, double Bytes)>> RunAsync(int callsARound, params Func<int, Task>[] candidates)
    {
        var times = candidates.Select(static _ => new List<double>()).ToArray();
        var bytes = candidates.Select(static _ => new List<double>()).ToArray();
        for (var round = -2; round < rounds; round++)
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
                    times[n].Add(elapsed.TotalNanoseconds / callsARound);
                    bytes[n].Add((double)allocated / callsARound);
                }
            }
        }

        return [.. times.Zip(bytes, static (time, size) => (Median(time), Median(size)))];
    }

    public static string Row(string what, double found, string unit, string limit, bool holds)
        => string.Create(CultureInfo.InvariantCulture, $"| {what} | {found:F1} {unit} | {limit} | {(holds ? "yes" : "**no**")} |");

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
