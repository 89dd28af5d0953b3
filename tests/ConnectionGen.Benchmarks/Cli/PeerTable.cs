using System.Globalization;
using System.Text.Json;

namespace ConnectionGen.Benchmarks.Cli;

/// <summary>
/// What one run of clients side by side has left: a file that holds for each client, by name, one object a round, as
/// <c>ConnectionGen.CliMeasures</c> prints them. Rounds are in turn, so that the first of one client is compared with the first of another.
/// </summary>
internal sealed class PeerTable
{
    private const string Ours = "OURS";

    private readonly Dictionary<string, JsonElement[]> _rounds;

    private PeerTable(string file) => _rounds = JsonSerializer.Deserialize<Dictionary<string, JsonElement[]>>(File.ReadAllText(file))!;

    /// <summary>The table of a file; null where there is no such file.</summary>
    public static PeerTable? Read(string folder, string file) => Path.Combine(folder, file) is var path && File.Exists(path) ? new PeerTable(path) : null;

    /// <summary>Rows of a table: client, commands a second, time to connect, peak memory.</summary>
    public IEnumerable<string> Rows()
    {
        yield return "| client | `show version` a second | `show running-config` a second | connected in | peak memory |";
        yield return "|---|---|---|---|---|";
        foreach (var client in _rounds.Keys.Where(client => Median(client, static round => Rate(round, "ver")) > 0))
        {
            var memory = Median(client, static round => Number(round, "rss_kb")) / 1024;
            yield return string.Create(CultureInfo.InvariantCulture,
                $"| {(client == Ours ? "**ours**" : client)} | {Median(client, static round => Rate(round, "ver")):N0} | {Median(client, static round => Rate(round, "run")):N0} | {Median(client, static round => Number(round, "connect_ms")):N0} ms | {(memory > 0 ? $"{memory:F0} MB" : "")} |");
        }
    }

    /// <summary>How many commands ran on one connection in the longest round.</summary>
    public double Commands => _rounds[Ours].Max(static round => Number(round, "ver_n"));

    /// <summary>Our rate against another client's, round by round, in the median.</summary>
    public double RateAgainst(string client) => Against(client, static round => Rate(round, "ver"));

    /// <summary>Our time to connect against another client's, round by round, in the median.</summary>
    public double ConnectAgainst(string client) => Against(client, static round => Number(round, "connect_ms"));

    /// <summary>The client, ours and the bare limits aside, whose connections were open soonest.</summary>
    public string SoonestPeer() => _rounds.Keys
        .Where(static client => client != Ours && !client.StartsWith("LIMIT", StringComparison.Ordinal) && !client.StartsWith("vtysh", StringComparison.Ordinal))
        .Where(client => _rounds[client].All(static round => Number(round, "failed") == 0))
        .MinBy(client => Median(client, static round => Number(round, "connect_ms")))!;

    private double Against(string client, Func<JsonElement, double> figure) => Median(_rounds[Ours].Zip(_rounds[client], (ours, other) => figure(ours) / figure(other)));

    private double Median(string client, Func<JsonElement, double> figure) => Median(_rounds[client].Select(figure));

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Where(double.IsFinite).Order().ToArray();
        return sorted.Length == 0 ? 0 : sorted[sorted.Length / 2];
    }

    private static double Rate(JsonElement round, string command) => Number(round, command + "_s") is var seconds and > 0 ? Number(round, command + "_n") / seconds : 0;

    private static double Number(JsonElement round, string name) => round.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : 0;
}
