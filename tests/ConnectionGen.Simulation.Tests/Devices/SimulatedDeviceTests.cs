using System.Net;
using System.Net.Sockets;

namespace ConnectionGen.Simulation.Tests;

public sealed class SimulatedDeviceTests
{
    [Fact]
    public async Task What_happened_can_be_asked_of_the_device()
    {
        await using var device = await Device.StartAsync(Device.Router, new() { HostName = "r1", InitialState = "exec" });
        await using (var client = await RawClient.ConnectAsync(device.Port))
        {
            await client.ReadToAsync("r1>");
            await client.CommandAsync("show version", "1\r\nr1>");
            await client.CommandAsync("show version", "1\r\nr1>");
            await client.CommandAsync("bogus", "\r\nr1>");
            await client.SendAsync(4);
            await client.ReadToEndAsync();
        }

        var session = Assert.Single(device.Sessions);
        Assert.Equal(2, device.CommandCounts["show version"]);
        Assert.Equal(new SimulatedCommand("exec", "bogus", false), Assert.Single(device.UnexpectedCommands));
        Assert.Equal(["show version", "show version", "bogus"], session.Commands.Select(command => command.Text));
        Assert.False(session.IsOpen);
        Assert.Equal("show version\rshow version\rbogus\r\u0004", string.Concat(session.Transcript.Where(entry => entry.Direction == TranscriptDirection.Typed).Select(entry => entry.Text)));
        Assert.StartsWith("r1>show version\r\nSome OS", string.Concat(session.Transcript.Where(entry => entry.Direction == TranscriptDirection.Sent).Select(entry => entry.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disposing_ends_sessions_and_frees_the_port()
    {
        var device = await Device.StartAsync(Device.Router);
        await using var client = await RawClient.ConnectAsync(device.Port);
        await client.ReadToAsync("Username: ");

        await device.DisposeAsync();
        await device.DisposeAsync();

        Assert.Equal("", await client.ReadToEndAsync());
        Assert.Equal("the device was stopped", Assert.Single(device.Sessions).EndReason);
        using var again = new TcpListener(IPAddress.Loopback, device.Port) { ExclusiveAddressUse = false };
        again.Start();
    }

    [Fact]
    public async Task A_device_that_is_disposed_takes_no_stream()
    {
        var device = SimulatedDevice.Create(MockData.Parse(Device.Router));
        await device.DisposeAsync();

        Assert.Throws<ObjectDisposedException>(device.OpenStream);
    }

    [Fact]
    [Behaviour("MD-12")]
    public async Task A_console_is_silent_until_Enter_and_keeps_its_state()
    {
        await using var device = await Device.StartAsync(Device.Router, new() { HostName = "r1", InitialState = "exec", Lines = [new("con0", Kind: LineKind.Console)] });
        await using (var client = await RawClient.ConnectAsync(device.Port))
        {
            await client.SendAsync("\r");
            Assert.Equal("\r\nr1>", await client.ReadToAsync("r1>"));
            await client.CommandAsync("enable", "r1#");
            await client.SendAsync(4);
            await client.ReadToEndAsync();
        }

        await using var next = await RawClient.ConnectAsync(device.Port);
        await next.SendAsync("\r");
        Assert.Equal("\r\nBe careful.\r\nr1#", await next.ReadToAsync("r1#"));
    }

    [Fact]
    public async Task A_line_can_be_moved_from_elsewhere_while_its_client_waits()
    {
        await using var device = await Device.StartAsync(Device.Router, new() { HostName = "r1", Lines = [new("active", "enable"), new("standby", "exec")] });
        await using var client = await RawClient.ConnectAsync(device.Lines[1].Port);
        await client.ReadToAsync("r1>");

        device.Lines[1].MoveTo("enable");

        Assert.Equal("\r\nBe careful.\r\nr1#", await client.ReadToAsync("r1#"));
        Assert.Equal("enable", device.Lines[1].State);
    }

    [Fact]
    public async Task Two_streams_are_a_session_too()
    {
        await using var device = SimulatedDevice.Create(MockData.Parse(Device.Router), new() { HostName = "r1", InitialState = "exec" });
        using var typed = new MemoryStream("show nothing\n"u8.ToArray());
        using var printed = new MemoryStream();

        await device.PlayAsync(typed, printed, TestContext.Current.CancellationToken);

        Assert.Equal("r1>show nothing\r\nr1>", System.Text.Encoding.UTF8.GetString(printed.ToArray()));
    }

    [Fact]
    public async Task An_input_that_cannot_be_cancelled_does_not_hold_an_ended_session()
    {
        await using var device = SimulatedDevice.Create(MockData.Parse(Device.Router));
        using var typed = new StuckStream(4);
        using var printed = new MemoryStream();

        await device.PlayAsync(typed, printed, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.Equal("the client typed Ctrl-D", device.Sessions[0].EndReason);
    }

    [Fact]
    public async Task A_session_over_streams_can_be_cancelled()
    {
        await using var device = SimulatedDevice.Create(MockData.Parse(Device.Router));
        using var typed = new StuckStream((byte)'x');
        using var printed = new MemoryStream();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var playing = device.PlayAsync(typed, printed, cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => playing);
        Assert.Equal("the session was cancelled", device.Sessions[0].EndReason);
    }

    [Fact]
    public void A_speed_is_greater_than_nothing() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SimulatedDevice.Create(MockData.Parse(Device.Router), new() { Speed = 0 }));

    [Fact]
    public async Task Limits_may_be_infinite()
    {
        await using var device = await Device.StartAsync(Device.Router, new() { IdleLimit = Timeout.InfiniteTimeSpan, SendLimit = Timeout.InfiniteTimeSpan });
        await using var client = await RawClient.ConnectAsync(device.Port);

        Assert.Equal("Username: ", await client.ReadToAsync("Username: "));
    }

    [Fact]
    public async Task A_transcript_keeps_its_end_within_the_limit()
    {
        await using var device = SimulatedDevice.Create(MockData.Parse(Device.Router), new() { HostName = "r1", InitialState = "exec", TranscriptLimit = 50, CommandLimit = 2 });
        await using var client = RawClient.Over(device.OpenStream());
        foreach (var command in (string[])["show version", "show nothing", "show unended"])
        {
            await client.CommandAsync(command, "\r\nr1>");
        }

        var session = device.Sessions[0];
        Assert.True(session.IsTranscriptCut);
        Assert.InRange(session.Transcript.Sum(entry => entry.Text.Length), 1, 50);
        Assert.EndsWith("no line end\r\nr1>", string.Concat(session.Transcript.Select(entry => entry.Text)), StringComparison.Ordinal);
        Assert.Equal((3, 2), (session.CommandCount, session.Commands.Count));
    }
}
