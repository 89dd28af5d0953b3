using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace ConnectionGen.Cli.Tests.Faults;

/// <summary>docs/faults.md: what the combinations ended with.</summary>
internal sealed class FaultPage
{
    private readonly ConcurrentBag<(FaultRow Row, Phase Phase, bool IsSocket, bool IsPool, string Outcome, string Afterwards)> _all = [];

    public int Count => _all.Count;

    public void Add(Combination combination, CombinationResult result) =>
        _all.Add((combination.Row, combination.Phase, combination.IsSocket, combination.IsPool, result.Outcome, result.Afterwards));

    /// <summary>Compares the page with the counts, or writes it.</summary>
    public async Task CheckAsync(bool write, CancellationToken cancellationToken)
    {
        var text = ToString();
        var file = Path.Combine(Root(), "docs", "faults.md");
        if (write)
            await File.WriteAllTextAsync(file, text, cancellationToken);
        var found = File.Exists(file) ? await File.ReadAllTextAsync(file, cancellationToken) : "";
        Assert.True(text == found, "docs/faults.md differs from what was counted. Run this test with CONNECTIONGEN_REFRESH_DOCS=1 to write it.");
    }

    public override string ToString()
    {
        var page = new StringBuilder(
            """
            # Faults

            Every fault of [the simulation](simulation.md#faults) is let loose on `CliConnection` in every phase of a session, with several seeds each. Each
            combination must end within its limit, with the exception below or the right answer; afterwards the connection must answer a next command or be
            disconnected. Then no session is open on the device, no link, timer or slot of a pool is left, nothing holds the connection, and no log line,
            exception, trace or [session record](cli.md#session-records) has a secret in it, nor half of one: those that were sent, echoed, and one that the device
            only shows. The test writes this page: `FaultMatrixTests` in `tests/ConnectionGen.Cli.Tests`.


            """);
        page.Append(CultureInfo.InvariantCulture, $"{Count} combinations: {_all.Count(static one => !one.IsSocket)} in memory, {_all.Count(static one => one.IsSocket)} over Telnet, {_all.Count(static one => one.IsPool)} of them with a pool of two.\n\n");
        var phases = Enum.GetValues<Phase>();
        page.Append("| fault | ").AppendJoin(" | ", phases.Select(static phase => phase.ToString().ToLowerInvariant())).Append(" |\n|---|").Insert(page.Length, "---|", phases.Length).Append('\n');
        foreach (var row in FaultRow.All)
            page.Append("| `").Append(row.Key).Append('`').Append(row.Variant.Length == 0 ? "" : ", " + row.Variant).Append(" | ").AppendJoin(" | ", phases.Select(phase => Cell(row, phase))).Append(" |\n");
        AppendCounts(page, "Phases and what they ended with", "ended with", static one => one.Outcome, phases);
        AppendCounts(page, "Afterwards", "the connection is", static one => one.Afterwards, phases);
        page.Append("\nThe names are those of exceptions, less their last word. `silent` is a link on which the device never says anything again and does not close: the next command has its limit, too, and `ProbeAsync` finds out.\n");
        return page.ToString();
    }

    private string Cell(FaultRow row, Phase phase) => string.Join(
        "<br>",
        _all.Where(one => one.Row == row && one.Phase == phase).CountBy(static one => one.Outcome).OrderBy(static count => count.Key, StringComparer.Ordinal).Select(static count => $"{count.Value} {count.Key}"));

    private void AppendCounts(StringBuilder page, string title, string first, Func<(FaultRow Row, Phase Phase, bool IsSocket, bool IsPool, string Outcome, string Afterwards), string> kind, Phase[] phases)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n| {first} | ").AppendJoin(" | ", phases.Select(static phase => phase.ToString().ToLowerInvariant())).Append(" | all |\n|---|").Insert(page.Length, "---|", phases.Length + 1).Append('\n');
        foreach (var group in _all.GroupBy(kind).OrderBy(static group => group.Key, StringComparer.Ordinal))
            page.Append("| ").Append(group.Key).Append(" | ").AppendJoin(" | ", phases.Select(phase => group.Count(one => one.Phase == phase))).Append(CultureInfo.InvariantCulture, $" | {group.Count()} |\n");
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ConnectionGen.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("ConnectionGen.sln is in no folder above.");
    }
}
