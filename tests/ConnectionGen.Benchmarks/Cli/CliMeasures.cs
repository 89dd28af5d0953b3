using System.Globalization;
using System.Text;
using System.Text.Json;
using ConnectionGen.Measures;

namespace ConnectionGen.Benchmarks.Cli;

/// <summary>The measures of command-line connections: our natively compiled client by itself, and beside others where files of such runs are given.</summary>
internal static class CliMeasures
{
    private const int Rounds = 7;
    private const long Small = 10_000_000;
    private const long Large = 50_000_000;
    private const int Budget = 1 << 20;

    /// <summary>Measures, prints, and writes the section of docs/performance.md.</summary>
    /// <param name="client">Our client.</param>
    /// <param name="folders">Folders with what runs beside other clients have left.</param>
    public static async Task RunAsync(string client, IReadOnlyList<string> folders)
    {
        var text = new StringBuilder(Introduction);
        text.Append("\n| measure | found | wanted | holds |\n|---|---|---|---|\n");
        foreach (var row in (await AloneAsync(new ClientRuns(client))).Concat(folders.SelectMany(BesideOthers)))
        {
            text.Append(row).Append('\n');
        }

        foreach (var (title, table) in folders.SelectMany(Tables))
        {
            text.Append("\n### ").Append(title).Append("\n\n").AppendJoin('\n', table.Rows()).Append('\n');
        }

        Console.WriteLine(text);
        await PerformancePage.WriteAsync("Command lines", text.ToString());
    }

    private const string Introduction = """
        The client is built, then measured:

            dotnet publish -c Release tests/ConnectionGen.CliMeasures -o artifacts/cli-measures
            dotnet run -c Release --project tests/ConnectionGen.Benchmarks -- cli artifacts/cli-measures/ConnectionGen.CliMeasures FOLDER...

        runs a natively compiled client that uses `CliConnection` as any program would, each run a process of its own, 7 rounds, medians. A folder holds what a
        run of several clients on the same server, in turn, has left: a JSON file for each kind of server with a list of rounds for each client. Ratios are those
        of neighbours in a round, in the median.

        """;

    private static async Task<List<string>> AloneAsync(ClientRuns runs)
    {
        var rows = new List<string>();
        var memory = await runs.InTurnAsync("memory", Small, Large, Rounds);
        var rate = Median(memory, static run => Large / 1e6 / Seconds(run.Large));
        rows.Add(Interleaved.Row("50 MB from a device in memory, through screen and expect", rate, "MB/s", "at least 100 MB/s", rate >= 100));
        AddRatio(rows, "its time against that of 10 MB", memory);
        var peak = Median(memory, static run => Number(run.Large, "kb") * 1024 / Large);
        rows.Add(Interleaved.Row("its peak memory as one string", peak, "bytes a byte", "at most 3.3", peak <= 3.3));
        await AddLinesAsync(rows, runs);
        var device = await runs.InTurnAsync("device", Small, Large, Rounds);
        rows.Add(Interleaved.Row("50 MB from a simulated device, over Telnet", Median(device, static run => Large / 1e6 / Seconds(run.Large)), "MB/s", "", true));
        AddRatio(rows, "its time against that of 10 MB", device);
        await AddDevicesAsync(rows, runs);
        return rows;
    }

    // most of what a process has more while lines go by is garbage that nobody has collected yet, up to the collector's budget
    private static async Task AddLinesAsync(List<string> rows, ClientRuns runs)
    {
        var lines = await runs.InTurnAsync("lines", Small, Large, Rounds);
        rows.Add(Interleaved.Row("the same line by line: rate", Median(lines, static run => Large / 1e6 / Seconds(run.Large)), "MB/s", "", true));
        var tight = await runs.InTurnAsync("lines", Small, Large, Rounds, Budget);
        rows.Add(Interleaved.Row("its rate with a collector's budget of 1 MB (`DOTNET_GCgen0size=100000`)", Median(tight, static run => Large / 1e6 / Seconds(run.Large)), "MB/s", "", true));
        var peak = Median(tight, Peak);
        rows.Add(Interleaved.Row("its peak memory as lines then", peak, "bytes a byte", "at most 0.1", peak <= 0.1));
        rows.Add(Interleaved.Row("the same with the collector's own budget", Median(lines, Peak), "bytes a byte", "", true));
        var more = Median(lines, static run => (Number(run.Large, "kb") - Number(run.Small, "kb")) * 1024 / (Large - Small));
        rows.Add(Interleaved.Row("what each byte beyond the first 10 MB adds to that", more, "bytes a byte", "at most 0.1", more <= 0.1));

        static double Peak((JsonElement Small, JsonElement Large) run) => Number(run.Large, "kb") * 1024 / Large;
    }

    private static async Task AddDevicesAsync(List<string> rows, ClientRuns runs)
    {
        var many = new List<JsonElement>();
        for (var round = 0; round < Rounds; round++)
        {
            many.Add(await runs.OnceAsync("devices", 1_000));
        }

        var (seconds, megabytes, threads) = (Median(many, Seconds), Median(many, static run => Number(run, "kb") / 1024), Median(many, static run => Number(run, "threads")));
        var all = many.All(static run => Number(run, "devices") == 1_000);
        rows.Add(Interleaved.Row("1,000 simulated devices connected over Telnet at once, and a command on each", seconds, "s", "under 10 s", all && seconds < 10));
        rows.Add(Interleaved.Row("the process's peak memory meanwhile, the devices included", megabytes, "MB", "under 300 MB", megabytes < 300));
        rows.Add(Interleaved.Row("its most threads meanwhile, the devices' included", threads, "", "at most 50", threads <= 50));
    }

    private static void AddRatio(List<string> rows, string what, (JsonElement Small, JsonElement Large)[] runs)
    {
        var ratio = Median(runs, static run => Seconds(run.Large) / Seconds(run.Small));
        rows.Add(Interleaved.Row(what, ratio, "times", "at most 5.5 times", ratio <= 5.5));
    }

    private static IEnumerable<string> BesideOthers(string folder)
    {
        if (PeerTable.Read(folder, "raw-frr-vty-telnet-1.json") is { } vty)
        {
            yield return Least($"Telnet, {vty.Commands:N0} commands: rate against a socket loop in C", vty.RateAgainst("LIMIT raw socket (C)"), vty.Commands >= 1_000 ? 0.9 : 0.6);
        }

        if (PeerTable.Read(folder, "raw-ssh-vtysh-1.json") is { } ssh)
        {
            yield return Least($"SSH, {ssh.Commands:N0} commands: rate against SSH.NET's ShellStream", ssh.RateAgainst("SSH.NET ShellStream regex"), 1);
        }

        if (PeerTable.Read(folder, "raw-telnetd-vtysh-1.json") is { } telnetd)
        {
            yield return Least($"behind telnetd, {telnetd.Commands:N0} commands: rate against a socket with `TCP_QUICKACK`", telnetd.RateAgainst("telnetd raw socket + TCP_QUICKACK"), 0.8);
        }

        if (PeerTable.Read(folder, "raw-ssh-vtysh-50.json") is { } many)
        {
            var time = many.ConnectAgainst(many.SoonestPeer());
            yield return Interleaved.Row($"50 SSH connections opened at once: time against {many.SoonestPeer()}", time, "times", "at most 1 times", time <= 1);
            yield return Least("`show version` on all 50: rate against SSH.NET's ShellStream", many.RateAgainst("SSH.NET ShellStream regex"), 1);
        }
    }

    private static IEnumerable<(string Title, PeerTable Table)> Tables(string folder)
    {
        foreach (var (file, what) in new[]
        {
            ("raw-frr-vty-telnet-1.json", "Telnet, FRR's own command line"), ("raw-ssh-vtysh-1.json", "SSH, vtysh"),
            ("raw-telnetd-vtysh-1.json", "telnetd, vtysh"), ("raw-ssh-vtysh-50.json", "50 connections over SSH"),
        })
        {
            if (PeerTable.Read(folder, file) is { } table)
            {
                yield return ($"{what}, {table.Commands:N0} commands{(file.EndsWith("-50.json", StringComparison.Ordinal) ? " in all" : "")}", table);
            }
        }
    }

    private static string Least(string what, double found, double wanted) =>
        Interleaved.Row(what, found, "times", $"at least {wanted.ToString(CultureInfo.InvariantCulture)} times", found >= wanted);

    private static double Median<T>(IEnumerable<T> runs, Func<T, double> figure)
    {
        double[] sorted = [.. runs.Select(figure).Order()];
        return sorted[sorted.Length / 2];
    }

    private static double Seconds(JsonElement run) => Number(run, "s");

    private static double Number(JsonElement run, string name) => run.GetProperty(name).GetDouble();
}
