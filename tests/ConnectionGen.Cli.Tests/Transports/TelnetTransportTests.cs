using System.Text;
using ConnectionGen.Cli.Transports;

namespace ConnectionGen.Cli.Tests.Transports;

public class TelnetTransportTests
{
    private static readonly byte[] s_frrBanner = [.. "Hello\r\n"u8, 255, 251, 1, 255, 251, 3, 255, 254, 34, 255, 253, 31, .. "Password: "u8];

    [Fact]
    public async Task Options_in_the_middle_of_text_are_answered_and_not_shown()
    {
        var link = new MemoryTransport().Says(s_frrBanner);
        await using var telnet = new TelnetTransport(link, new TelnetSettings { Columns = 80, Rows = 24 });
        var buffer = new byte[100];
        var text = Encoding.ASCII.GetString(buffer, 0, await telnet.ReadAsync(buffer, TestContext.Current.CancellationToken));
        Assert.Equal("Hello\r\nPassword: ", text);
        await telnet.WriteAsync(Array.Empty<byte>(), TestContext.Current.CancellationToken);
        byte[] expected = [255, 253, 1, 255, 253, 3, 255, 251, 31, 255, 250, 31, 0, 80, 0, 24, 255, 240];
        Assert.Equal(expected, link.SentBytes);
    }

    [Fact]
    public async Task Options_may_be_split_at_every_byte()
    {
        for (var cut = 1; cut < s_frrBanner.Length; cut++)
        {
            var link = new MemoryTransport().Says(s_frrBanner[..cut]).Says(s_frrBanner[cut..]);
            link.Ends();
            await using var telnet = new TelnetTransport(link);
            Assert.Equal("Hello\r\nPassword: ", await ReadToEnd(telnet));
        }
    }

    [Fact]
    public async Task An_option_is_answered_once_however_often_it_is_offered()
    {
        var link = new MemoryTransport().Says(255, 251, 1, 255, 251, 1, 255, 251, 1, 255, 252, 1, 255, 252, 1);
        link.Ends();
        await using var telnet = new TelnetTransport(link);
        await ReadToEnd(telnet);
        byte[] expected = [255, 253, 1, 255, 254, 1];
        Assert.Equal(expected, link.SentBytes);
    }

    [Fact]
    public async Task Unknown_options_are_refused()
    {
        // WILL AUTH, WILL ENCRYPT, DO TSPEED, DO NEW-ENVIRON, DO LINEMODE
        var link = new MemoryTransport().Says(255, 251, 37, 255, 251, 38, 255, 253, 32, 255, 253, 39, 255, 253, 34);
        link.Ends();
        await using var telnet = new TelnetTransport(link);
        await ReadToEnd(telnet);
        byte[] expected = [255, 254, 37, 255, 254, 38, 255, 252, 32, 255, 252, 39, 255, 252, 34];
        Assert.Equal(expected, link.SentBytes);
    }

    [Fact]
    public async Task The_terminal_type_is_told_when_asked()
    {
        var link = new MemoryTransport().Says(255, 253, 24).Says(255, 250, 24, 1, 255, 240);
        link.Ends();
        await using var telnet = new TelnetTransport(link, new TelnetSettings { TerminalType = "vt220" });
        await ReadToEnd(telnet);
        byte[] expected = [255, 251, 24, 255, 250, 24, 0, .. "vt220"u8, 255, 240];
        Assert.Equal(expected, link.SentBytes);
    }

    [Fact]
    public async Task Byte_255_is_data_when_doubled_both_ways()
    {
        var link = new MemoryTransport().Says(65, 255, 255, 66);
        await using var telnet = new TelnetTransport(link);
        var buffer = new byte[10];
        var count = await telnet.ReadAsync(buffer, TestContext.Current.CancellationToken);
        Assert.Equal([65, 255, 66], buffer[..count]);
        await telnet.WriteAsync(new byte[] { 1, 255, 2 }, TestContext.Current.CancellationToken);
        Assert.Equal([1, 255, 255, 2], link.SentBytes);
    }

    [Fact]
    public async Task A_return_is_followed_by_nul_until_binary_is_agreed()
    {
        var link = new MemoryTransport();
        await using var telnet = new TelnetTransport(link);
        await telnet.WriteAsync("a\r"u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.Equal("a\r\0"u8.ToArray(), link.SentBytes);
        link.Says(255, 253, 0).Says("x");
        var buffer = new byte[10];
        await telnet.ReadAsync(buffer, TestContext.Current.CancellationToken);
        await telnet.WriteAsync("b\r"u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.Equal([.. "a\r\0"u8, 255, 251, 0, .. "b\r"u8], link.SentBytes);
    }

    [Fact]
    public async Task A_return_and_nul_from_the_far_side_is_a_return()
    {
        var link = new MemoryTransport().Says("a\r"u8.ToArray()).Says([0, (byte)'b', 0]);
        link.Ends();
        await using var telnet = new TelnetTransport(link);
        Assert.Equal("a\rb\0", await ReadToEnd(telnet));
    }

    [Fact]
    public async Task A_subnegotiation_without_end_takes_no_memory_and_no_text_before_it_is_lost()
    {
        var link = new MemoryTransport().Says("ok"u8.ToArray()).Says([255, 250, 99, .. new byte[100_000]]).Says([255, 240, .. "!"u8]);
        link.Ends();
        await using var telnet = new TelnetTransport(link);
        Assert.Equal("ok!", await ReadToEnd(telnet));
    }

    private static async Task<string> ReadToEnd(TelnetTransport transport)
    {
        var text = new StringBuilder();
        var buffer = new byte[64];
        while (await transport.ReadAsync(buffer, TestContext.Current.CancellationToken) is var count and > 0)
            text.Append(Encoding.ASCII.GetString(buffer, 0, count));
        return text.ToString();
    }
}
