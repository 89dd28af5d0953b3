using System.Globalization;
using ConnectionGen.Simulation;

namespace ConnectionGen.Cli.Tests.Connections;

/// <summary>A call that is cancelled in the middle leaves the connection usable, with the right answer to the next call, or disconnected.</summary>
public sealed class CancellationTests
{
    private const string Lab = "devices: {r1: {os: ios, connections: {defaults: {class: cut}, cli: {protocol: telnet, ip: 127.0.0.1}}}}";

    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(10);

    public enum Call
    {
        OneCommand,
        SeveralCommands,
        Configure,
        GoTo,
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<Call, int> CallsAndSeeds => new(
        from call in Enum.GetValues<Call>()
        from seed in Enumerable.Range(1, 3)
        select (call, seed));

    /// <summary>The device stops after each number of bytes in turn, and goes on before or after the next call has begun.</summary>
    [Theory]
    [MemberData(nameof(CallsAndSeeds))]
    public async Task Wherever_the_answer_is_cut_the_next_call_has_its_own(Call call, int seed)
    {
        var chance = new Random(seed);
        await using var lab = Testbed.Parse(Lab);
        var device = new CutDevice(chance);
        var connection = await ConnectAsync(lab, () => device);
        var before = device.Said;
        await RunAsync(call, connection, Token);
        var whole = device.Said - before;
        await BackAsync(connection);
        for (var cut = 0; cut < whole; cut += 1 + chance.Next(3))
        {
            using var stop = new CancellationTokenSource();
            device.StopAfter(cut, stop.Cancel);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(call, connection, stop.Token));
            if (chance.Next(2) == 0)
                device.GoOn();
            var next = connection.ExecuteAsync(chance.Next(2) == 0 ? "show clock" : "show version", s_soon, cancellationToken: Token);
            device.GoOn();
            Assert.Equal((await next, "enable", cut), (device.LastAnswer, connection.Mode, cut));
        }

        Assert.True(connection.IsConnected);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(10)]
    public async Task A_text_that_is_cut_while_it_is_sent_disconnects(int taken)
    {
        await using var lab = Testbed.Parse(Lab);
        CutDevice device = null!;
        var connection = await ConnectAsync(lab, () => device = new CutDevice(new Random(taken)));
        using var stop = new CancellationTokenSource();
        device.TakesOnly = taken;
        device.StopAfter(int.MaxValue, stop.Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connection.ExecuteAsync("show clock", cancellationToken: stop.Token));
        Assert.False(connection.IsConnected);
        Assert.Equal(
            "'default' of 'r1' via 'cli' is not connected: ExecuteAsync cannot run. Connect it first.",
            (await Assert.ThrowsAsync<NotConnectedException>(() => connection.ExecuteAsync("show clock", cancellationToken: Token))).Message);
        await connection.ConnectAsync(Token);
        Assert.Equal(await connection.ExecuteAsync("show clock", cancellationToken: Token), device.LastAnswer);
    }

    [Fact]
    public async Task A_call_that_was_cancelled_before_it_began_sends_nothing()
    {
        await using var lab = Testbed.Parse(Lab);
        var device = new CutDevice(new Random(1));
        var connection = await ConnectAsync(lab, () => device);
        var said = device.Said;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connection.ExecuteAsync("show clock", cancellationToken: new CancellationToken(true)));
        Assert.Equal((said, true), (device.Said, connection.IsConnected));
    }

    [Fact]
    public async Task A_device_that_does_not_come_back_is_said_to_be_at_the_command_before()
    {
        await using var lab = Testbed.Parse(Lab);
        var device = new CutDevice(new Random(1));
        var connection = await ConnectAsync(lab, () => device);
        using var stop = new CancellationTokenSource();
        device.StopAfter(8, stop.Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connection.ExecuteAsync("show tech", cancellationToken: stop.Token));
        var error = await Assert.ThrowsAsync<ExpectTimeoutException>(() => connection.ExecuteAsync("show clock", TimeSpan.FromMilliseconds(50), cancellationToken: Token));
        Assert.StartsWith("'default' of 'r1' via 'cli' (memory) in mode enable: not seen within 0.05 s: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(" The command before, 'show tech', was given up and has not come to its end. ", error.Message, StringComparison.Ordinal);
        device.GoOn();
        Assert.Equal(await connection.ExecuteAsync("show clock", cancellationToken: Token), device.LastAnswer);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Over_Telnet_calls_cancelled_at_any_moment_spoil_no_other(int seed)
    {
        var commands = string.Join('\n', Enumerable.Range(0, 20).Select(static n => $"    \"show {n}\": \"output {n}\\nof several\\nlines {n}\""));
        await using var router = await SimulatedDevice.StartAsync(
            MockData.Parse($"enable:\n  prompt: \"%N#\"\n  commands:\n    \"terminal length 0\": \"\"\n    \"terminal width 0\": \"\"\n{commands}"),
            new SimulatedDeviceOptions { HostName = "r1", InitialState = "enable" },
            Token);
        await using var lab = Testbed.Parse(
            $"devices: {{r1: {{os: ios, connections: {{cli: {{protocol: telnet, ip: 127.0.0.1, port: {router.Port.ToString(CultureInfo.InvariantCulture)}}}}}}}}}");
        var pool = await lab.Devices["r1"].ConnectPoolAsync<CliConnection>(2, cancellationToken: Token);
        var ends = await Task.WhenAll(Enumerable.Range(0, 4).Select(flow => FlowAsync(pool, new Random((seed * 10) + flow))));
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}: {ends.Sum(static end => end.Answered)} calls answered, {ends.Sum(static end => end.Cancelled)} cancelled");
        Assert.All(ends, static end => Assert.True(end is { Answered: > 0, Cancelled: > 0 }, $"{end}"));
        Assert.Equal(2, await OpenSessionsAsync(router, 2));
    }

    // a text that was given up while it was sent costs its link; a device sees the end of one a moment later
    private static async Task<int> OpenSessionsAsync(SimulatedDevice router, int wanted)
    {
        for (var look = 0; look < 200 && Count() != wanted; look++)
            await Task.Delay(50, Token);
        return Count();

        int Count() => router.Sessions.Count(static session => session.IsOpen);
    }

    // timers come late where other tests keep the thread pool: a flow goes on until it has met enough of both ends
    private static async Task<(int Answered, int Cancelled)> FlowAsync(ConnectionPool<CliConnection> pool, Random chance)
    {
        var (answered, cancelled) = (0, 0);
        for (var n = 0; n < 150 || (n < 10_000 && Math.Min(answered, cancelled) < 10); n++)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
            var command = chance.Next(20);
            if (chance.Next(2) == 0)
                stop.CancelAfter(TimeSpan.FromMicroseconds(chance.Next(2000)));
            try
            {
                Assert.Equal($"output {command}\nof several\nlines {command}", await pool.ExecuteAsync($"show {command}", s_soon, cancellationToken: stop.Token));
                answered++;
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                cancelled++;
            }
        }

        return (answered, cancelled);
    }

    private static async Task<CutConnection> ConnectAsync(Testbed lab, Func<CutDevice> device)
    {
        var connection = lab.Devices["r1"].Instantiate<CutConnection>();
        connection.Transport = device;
        await connection.ConnectAsync(Token);
        return connection;
    }

    private static Task RunAsync(Call call, CutConnection connection, CancellationToken cancellationToken) => call switch
    {
        Call.OneCommand => connection.ExecuteAsync("show clock", cancellationToken: cancellationToken),
        Call.SeveralCommands => connection.ExecuteAsync("show clock\nshow clock\nshow version", cancellationToken: cancellationToken),
        Call.Configure => connection.ConfigureAsync("hostname r1\nhostname r1", cancellationToken: cancellationToken),
        _ => connection.GoToAsync("config", cancellationToken),
    };

    private static Task BackAsync(CutConnection connection) => connection.Mode == "enable" ? Task.CompletedTask : connection.GoToAsync("enable", Token);
}
