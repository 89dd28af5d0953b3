using System.Diagnostics;
using System.Globalization;
using ConnectionGen.Cli;

namespace ConnectionGen.CliMeasures;

/// <summary>One long output of the lab's Linux host, over SSH.</summary>
internal static class BigOutput
{
    public static async Task<string> RunAsync(int lines)
    {
        await using var lab = LabTestbed.Load();
        var connection = await lab.Devices["linux1"].ConnectAsync<CliConnection>(via: "ssh");
        var start = Stopwatch.GetTimestamp();
        var output = await connection.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"seq 1 {lines}"));
        var time = Stopwatch.GetElapsedTime(start);
        var isWhole = output.EndsWith(string.Create(CultureInfo.InvariantCulture, $"\n{lines}"), StringComparison.Ordinal);
        return string.Create(CultureInfo.InvariantCulture, $$"""{"lines":{{lines}},"s":{{time.TotalSeconds:F4}},"bytes":{{output.Length}},"ok":{{(isWhole ? "true" : "false")}},"rss_kb":{{ProcessMemory.PeakKilobytes()}}}""");
    }
}
