using System.Diagnostics;
using System.Globalization;
using System.Text;
using ConnectionGen.Cli;
using ConnectionGen.Simulation;

namespace ConnectionGen.CliMeasures;

/// <summary>Many simulated devices, all connected to over Telnet at once, and a command on each. The devices are in this process, and count.</summary>
internal static class ManyDevices
{
    private const string Router = """
        enable:
          prompt: "%N# "
          commands:
            "terminal length 0": ""
            "show version": "FRRouting 8.4.4 (%N) on Linux"
        """;

    public static async Task<string> RunAsync(int count)
    {
        var data = MockData.Parse(Router);
        var devices = Enumerable.Range(0, count).Select(n => SimulatedDevice.Start(data, new() { HostName = $"r{n}", InitialState = "enable" })).ToArray();
        await using var lab = Testbed.Parse(Describe(devices));
        using var done = new CancellationTokenSource();
        var threads = MostThreadsAsync(done.Token);
        var start = Stopwatch.GetTimestamp();
        var answers = await Task.WhenAll(lab.Devices.Values.Select(async device =>
        {
            var connection = await device.ConnectAsync<CliConnection>();
            return await connection.ExecuteAsync("show version");
        }));
        var time = Stopwatch.GetElapsedTime(start);
        await done.CancelAsync();
        var most = await threads;
        var good = answers.Count(static answer => answer.StartsWith("FRRouting", StringComparison.Ordinal));
        var result = string.Create(CultureInfo.InvariantCulture, $$"""{"devices":{{good}},"s":{{time.TotalSeconds:F4}},"kb":{{ProcessMemory.PeakKilobytes()}},"threads":{{most}}}""");
        foreach (var device in devices)
        {
            await device.DisposeAsync();
        }

        return result;
    }

    private static string Describe(SimulatedDevice[] devices)
    {
        var text = new StringBuilder("devices:\n");
        for (var n = 0; n < devices.Length; n++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  r{n}: {{os: ios, platform: frr, connections: {{vty: {{protocol: telnet, ip: 127.0.0.1, port: {devices[n].Port}}}}}}}\n");
        }

        return text.ToString();
    }

    private static async Task<int> MostThreadsAsync(CancellationToken cancellationToken)
    {
        var most = 0;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!cancellationToken.IsCancellationRequested)
        {
            most = Math.Max(most, ProcessMemory.Threads());
            try
            {
                await timer.WaitForNextTickAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        return most;
    }
}
