using System.Buffers;
using System.Text;

namespace ConnectionGen.Simulation.Tests;

public sealed class NegotiationTests
{
    private static readonly byte[] Begin = [255, 251, 1, 255, 251, 3, 255, 253, 24, 255, 253, 31];

    [Fact]
    public async Task A_session_begins_with_echo_go_ahead_terminal_type_and_window_size()
    {
        await using var device = await Device.StartAsync(Device.Router);
        await using var client = await RawClient.ConnectAsync(device.Port);
        await client.ReadToAsync("Username: ");

        Assert.Equal(Begin, client.TelnetCommands);
    }

    [Fact]
    public async Task Answers_that_agree_are_not_answered_and_others_are_refused_once()
    {
        await using var device = await Device.StartAsync(Device.Router);
        await using var client = await RawClient.ConnectAsync(device.Port);
        await client.ReadToAsync("Username: ");

        // DO ECHO, DO SGA and WONT NAWS agree or decline; WILL 39 is unknown and refused; DO 5 likewise; DO BINARY is granted
        await client.SendAsync(255, 253, 1, 255, 253, 3, 255, 252, 31, 255, 251, 39, 255, 253, 5, 255, 253, 0);
        await client.CommandAsync("", "Username: ");

        Assert.Equal([.. Begin, 255, 254, 39, 255, 252, 5, 255, 251, 0], client.TelnetCommands);
    }

    [Fact]
    public async Task Terminal_type_and_window_size_are_learned()
    {
        await using var device = await Device.StartAsync(Device.Router);
        await using var client = await RawClient.ConnectAsync(device.Port);
        await client.ReadToAsync("Username: ");

        await client.SendAsync([255, 251, 24, 255, 251, 31, 255, 250, 31, 0, 255, 255, 0, 50, 255, 240, 255, 250, 24, 0, .. "VT100"u8, 255, 240]);
        await client.CommandAsync("", "Username: ");

        var session = Assert.Single(device.Sessions);
        Assert.Equal("VT100", session.TerminalType);
        Assert.Equal((255, 50), session.WindowSize);
        Assert.Equal([.. Begin, 255, 250, 24, 1, 255, 240], client.TelnetCommands);
    }

    [Fact]
    public async Task A_client_that_refuses_echo_is_not_echoed()
    {
        await using var device = await Device.StartAsync(Device.Router);
        await using var client = await RawClient.ConnectAsync(device.Port);
        await client.ReadToAsync("Username: ");

        await client.SendAsync(255, 254, 1);

        Assert.Equal("Password: ", (await client.CommandAsync("admin", "Password: ")).TrimStart());
    }

    [Fact]
    public async Task Telnet_keys_act_as_the_control_characters_they_stand_for()
    {
        await using var device = await Device.StartAsync(Device.Router, new() { HostName = "r1", InitialState = "exec" });
        await using var client = await RawClient.ConnectAsync(device.Port);
        await client.ReadToAsync("r1>");

        // "xy" EC "z" EL: nothing is left; then IP
        await client.SendAsync([.. "xy"u8, 255, 247, .. "z"u8, 255, 248, 255, 244]);

        Assert.Equal("xy\b \bz\b \b\b \b\r\nr1>", await client.ReadToAsync("\r\nr1>"));
    }

    [Fact]
    public async Task Bytes_255_and_bare_returns_are_escaped_on_the_wire()
    {
        var options = new SimulatedDeviceOptions { HostName = "r1", InitialState = "exec" };
        await using var device = await Device.StartAsync("exec:\n  prompt: \"> \"\n  commands:\n    \"cr\": \"a\\rb\\r\\r\\nc\"\n", options);
        using var socket = new System.Net.Sockets.TcpClient();
        await socket.ConnectAsync(System.Net.IPAddress.Loopback, device.Port, TestContext.Current.CancellationToken);
        var stream = socket.GetStream();

        await stream.WriteAsync(new byte[] { (byte)'x', 255, 255, 8, (byte)'\b', (byte)'c', (byte)'r', 13 }, TestContext.Current.CancellationToken);
        await stream.WriteAsync(new byte[] { 4 }, TestContext.Current.CancellationToken);
        using var all = new MemoryStream();
        await stream.CopyToAsync(all, TestContext.Current.CancellationToken);

        byte[] expected = [.. Begin, .. "> x"u8, 255, 255, .. "\b \b\b \bcr\r\na\r\0b\r\0\r\nc\r\n> "u8];
        Assert.Equal(expected, all.ToArray());
    }

    [Fact]
    public async Task Negotiation_without_end_closes_the_session()
    {
        await using var device = await Device.StartAsync(Device.Router);
        await using var client = await RawClient.ConnectAsync(device.Port);
        await client.ReadToAsync("Username: ");

        byte[] round = [255, 251, 39, 255, 252, 39];
        await client.SendAsync([.. Enumerable.Repeat(round, 2_000).SelectMany(bytes => bytes)]);
        await client.ReadToEndAsync();

        Assert.Equal("the client negotiates Telnet options without end", device.Sessions[0].EndReason);
    }

    [Fact]
    public void Commands_split_anywhere_are_decoded_alike()
    {
        byte[] wire = [.. "ab"u8, 255, 255, .. "c\r\n"u8, 255, 253, 1, .. "d"u8, 255, 250, 24, 0, .. "XTERM"u8, 255, 255, .. "2"u8, 255, 240, .. "e"u8, 255, 244, 255, 241, .. "f"u8];
        var (whole, answers) = Decode(wire, wire.Length);
        Assert.Equal([.. "ab"u8, 255, .. "c\r\nde"u8, 3, .. "f"u8], whole);

        for (var size = 1; size < wire.Length; size++)
        {
            Assert.Equal((Encoding.Latin1.GetString(whole), Encoding.Latin1.GetString(answers)), (Encoding.Latin1.GetString(Decode(wire, size).Typed), Encoding.Latin1.GetString(Decode(wire, size).Answers)));
        }
    }

    private static (byte[] Typed, byte[] Answers) Decode(byte[] wire, int size)
    {
        var decoder = new TelnetDecoder();
        var answers = new ArrayBufferWriter<byte>();
        var typed = new List<byte>();
        foreach (var piece in wire.Chunk(size))
        {
            var buffer = new byte[piece.Length];
            typed.AddRange(buffer[..decoder.Decode(piece, buffer, answers)]);
        }

        return ([.. typed], answers.WrittenSpan.ToArray());
    }
}
