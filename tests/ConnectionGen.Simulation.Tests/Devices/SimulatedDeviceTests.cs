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
}
