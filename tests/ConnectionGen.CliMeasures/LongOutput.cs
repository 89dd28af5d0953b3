using System.Diagnostics;
using System.Globalization;
using ConnectionGen.Cli;
using ConnectionGen.Simulation;

namespace ConnectionGen.CliMeasures;

/// <summary>One long output of a device that costs little: in memory, or simulated and reached over Telnet.</summary>
internal static class LongOutput
{
    private const string MemoryTestbed = "devices: {r1: {os: ios, platform: frr, connections: {memory: {class: Memory}}}}";

    /// <summary>Through screen and expect alone.</summary>
    public static async Task<string> FromMemoryAsync(int bytes)
    {
        await using var lab = Testbed.Parse(MemoryTestbed);
        var connection = await lab.Devices["r1"].ConnectAsync<MemoryConnection>();
        // the code is there, the buffers are not
        await connection.ExecuteAsync("show 800");
        return await MeasureAsync(connection, string.Create(CultureInfo.InvariantCulture, $"show {bytes}"));
    }

    /// <summary>The same, taken line by line.</summary>
    public static async Task<string> LinesFromMemoryAsync(int bytes)
    {
        await using var lab = Testbed.Parse(MemoryTestbed);
        var connection = await lab.Devices["r1"].ConnectAsync<MemoryConnection>();
        await connection.ExecuteAsync("show 800");
        GC.Collect();
        var before = ProcessMemory.NowKilobytes();
        var start = Stopwatch.GetTimestamp();
        long taken = 0;
        await foreach (var line in connection.ExecuteLinesAsync(string.Create(CultureInfo.InvariantCulture, $"show {bytes}")))
        {
            taken += line.Length + 1;
        }

        return Result(start, taken, before);
    }

    /// <summary>Over Telnet, from a simulated device in this process.</summary>
    public static async Task<string> FromDeviceAsync(int bytes)
    {
        var text = new byte[bytes / 80 * 80];
        Array.Fill(text, (byte)'x');
        for (var end = 79; end < text.Length; end += 80)
        {
            (text[end - 1], text[end]) = ((byte)'\r', (byte)'\n');
        }

        var data = new MockData(new MockState("enable")
        {
            Prompt = MockText.Prompt("%N# "),
            Commands = new Dictionary<string, MockCommand>(StringComparer.Ordinal)
            {
                ["show tech"] = new() { Responses = [MockText.From(text)] },
                ["terminal length 0"] = new() { Responses = [MockText.Empty] },
            },
        });
        await using var device = SimulatedDevice.Start(data, new() { HostName = "r1" });
        await using var lab = Testbed.Parse(string.Create(CultureInfo.InvariantCulture,
            $"devices: {{r1: {{os: ios, platform: frr, connections: {{vty: {{protocol: telnet, ip: 127.0.0.1, port: {device.Port}}}}}}}}}"));
        return await MeasureAsync(await lab.Devices["r1"].ConnectAsync<CliConnection>(), "show tech");
    }

    private static async Task<string> MeasureAsync(CliConnection connection, string command)
    {
        GC.Collect();
        var before = ProcessMemory.NowKilobytes();
        var start = Stopwatch.GetTimestamp();
        var output = await connection.ExecuteAsync(command);
        return Result(start, output.Length, before);
    }

    private static string Result(long start, long characters, long before)
    {
        var time = Stopwatch.GetElapsedTime(start);
        return string.Create(CultureInfo.InvariantCulture, $$"""{"s":{{time.TotalSeconds:F4}},"bytes":{{characters}},"kb":{{ProcessMemory.PeakKilobytes() - before}}}""");
    }
}
