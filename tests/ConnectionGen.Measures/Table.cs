using System.Globalization;

namespace ConnectionGen.Measures;

/// <summary>The figures of several runs of the program under the JIT compiler and natively compiled, side by side.</summary>
internal sealed class Table(IReadOnlyList<Figure[]> jit, IReadOnlyList<Figure[]> native)
{
    private const string Begin = "<!-- runtime: written by tests/ConnectionGen.Measures -->";
    private const string End = "<!-- runtime: end -->";

    public IEnumerable<string> Lines()
    {
        yield return "| measure | JIT | native | wanted | holds |";
        yield return "|---|---|---|---|---|";
        for (var n = 0; n < jit[0].Length; n++)
        {
            var (under, without) = (Median(jit, n), Median(native, n));
            var holds = under.Wanted is null ? "" : under.Holds && without.Holds ? "yes" : "**no**";
            yield return $"| {under.What} | {Found(jit, n)} | {Found(native, n)} | {under.Limit} | {holds} |";
        }
    }

    /// <summary>Puts the table, and where and when it was measured, where the one before stands.</summary>
    public void WriteInto(string page)
    {
        var text = File.ReadAllText(page);
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        if (begin < 0 || end < begin)
        {
            throw new InvalidDataException($"{page} has no place for the table: no line '{Begin}' before a line '{End}'.");
        }

        var today = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        File.WriteAllText(page, $"{text[..begin]}{Begin}\nRun on {today}: {Machine.Describe()}.\n\n{string.Join('\n', Lines())}\n{text[end..]}");
    }

    // a ratio is said with its range: it varies with what else the machine does
    private static string Found(IReadOnlyList<Figure[]> runs, int n)
    {
        var median = Median(runs, n);
        return median.Unit != "times"
            ? median.FoundText
            : string.Create(CultureInfo.InvariantCulture, $"{median.FoundText} ({runs.Min(run => run[n].Found):F2} to {runs.Max(run => run[n].Found):F2})");
    }

    private static Figure Median(IReadOnlyList<Figure[]> runs, int n) => runs.Select(run => run[n]).OrderBy(static figure => figure.Found).ElementAt(runs.Count / 2);
}
