using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ConnectionGen.Simulation.Tests;

/// <summary>Much at once. These run alone, print what they measured, and fail only far away from it.</summary>
[Collection(nameof(Alone))]
public sealed class SpeedTests
{
    private const double Megabyte = 1_000_000;

    [Fact]
    public async Task A_response_of_50_MB_is_streamed_without_being_held_twice()
    {
        const int Lines = 625_000;
        var data = new MockData(new MockState("exec")
        {
            Prompt = MockText.Prompt("%N#"),
            Commands = new Dictionary<string, MockCommand>(StringComparer.Ordinal) { ["show tech"] = new() { Responses = [Lined(Lines)] } },
        });
        await using var device = await SimulatedDevice.StartAsync(data, new() { HostName = "r1" }, TestContext.Current.CancellationToken);
        var stream = await ConnectedAsync(device);
        await using var _ = stream;
        var expected = data.States["exec"].Commands["show tech"].Responses[0].Bytes.Length;
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var watch = Stopwatch.StartNew();
        await stream.WriteAsync("show tech\r\u0004"u8.ToArray(), TestContext.Current.CancellationToken);
        var (received, peak) = await DrainedAsync(stream);

        var seconds = watch.Elapsed.TotalSeconds;
        TestContext.Current.TestOutputHelper?.WriteLine($"{received / Megabyte:0.0} MB in {seconds:0.000} s: {received / Megabyte / seconds:0} MB/s, {(peak - before) / Megabyte:0.0} MB more memory at most");
        Assert.InRange(received, expected, expected + 100);
        Assert.InRange(peak - before, long.MinValue, 10_000_000);
        Assert.InRange(seconds, 0, 20);
    }

    [Fact]
    public async Task A_thousand_devices_run_in_one_process_without_a_thread_each()
    {
        const int Devices = 1_000;
        var data = MockData.Parse(Device.Router);
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        var threads = Process.GetCurrentProcess().Threads.Count;
        var watch = Stopwatch.StartNew();
        var devices = new List<SimulatedDevice>();
        for (var i = 0; i < Devices; i++)
        {
            devices.Add(await SimulatedDevice.StartAsync(data, new() { HostName = $"r{i}", InitialState = "exec" }, TestContext.Current.CancellationToken));
        }

        var started = watch.Elapsed;
        var clients = await Task.WhenAll(devices.Select(device => RawClient.ConnectAsync(device.Port)));
        await Task.WhenAll(clients.Select(async (client, number) =>
        {
            await client.ReadToAsync($"r{number}>");
            Assert.Equal($"show version\r\nSome OS\r\nVersion 1\r\nr{number}>", await client.CommandAsync("show version", $"r{number}>"));
        }));

        var used = GC.GetTotalMemory(forceFullCollection: true) - memory;
        TestContext.Current.TestOutputHelper?.WriteLine($"{Devices} devices started in {started.TotalSeconds:0.000} s, each answered a client after {watch.Elapsed.TotalSeconds:0.0} s; {used / Megabyte:0.0} MB with the clients' buffers, {Process.GetCurrentProcess().Threads.Count - threads} more threads");
        Assert.InRange(started.TotalSeconds, 0, 20);
        Assert.InRange(used, long.MinValue, 150_000_000);
        Assert.InRange(Process.GetCurrentProcess().Threads.Count - threads, -1_000, 100);
        foreach (var client in clients)
        {
            await client.DisposeAsync();
        }

        await Task.WhenAll(devices.Select(device => device.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task Short_commands_go_round_fast()
    {
        const int Rounds = 20_000;
        await using var device = await Device.StartAsync(Device.Router, new() { HostName = "r1", InitialState = "exec" });
        await using var stream = await ConnectedAsync(device);
        var command = "show version\r"u8.ToArray();
        var answer = "show version\r\nSome OS\r\nVersion 1\r\nr1>".Length;
        var buffer = new byte[4096];
        await stream.ReadAtLeastAsync(buffer, "r1>".Length + 12, cancellationToken: TestContext.Current.CancellationToken);

        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Rounds; i++)
        {
            await stream.WriteAsync(command, TestContext.Current.CancellationToken);
            await stream.ReadExactlyAsync(buffer.AsMemory(0, answer), TestContext.Current.CancellationToken);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{Rounds / watch.Elapsed.TotalSeconds:0} round trips a second");
        Assert.Equal(Rounds, device.CommandCounts["show version"]);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 60);
    }

    private static MockText Lined(int lines)
    {
        var text = new byte[lines * 80];
        Array.Fill(text, (byte)'x');
        for (var end = 79; end < text.Length; end += 80)
        {
            (text[end - 1], text[end]) = ((byte)'\r', (byte)'\n');
        }

        return MockText.From(text);
    }

    private static async Task<NetworkStream> ConnectedAsync(SimulatedDevice device)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, device.Port, TestContext.Current.CancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static async Task<(long Received, long Peak)> DrainedAsync(NetworkStream stream)
    {
        var buffer = new byte[256 * 1024];
        var (received, peak) = (0L, 0L);
        int length;
        while ((length = await stream.ReadAsync(buffer, TestContext.Current.CancellationToken)) > 0)
        {
            received += length;
            peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
        }

        return (received, peak);
    }

    [CollectionDefinition(nameof(Alone), DisableParallelization = true)]
    public sealed class Alone;
}
