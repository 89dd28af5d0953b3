using System.Net;
using System.Net.Sockets;
using ConnectionGen.Cli.Transports;

namespace ConnectionGen.Cli.Tests.Transports;

public class TcpTransportTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bytes_go_both_ways_and_an_end_is_seen()
    {
        await using var link = await Link.OpenAsync();
        var (tcp, server) = (link.Client, link.Server);
        var buffer = new byte[100];
        Assert.Equal(0, tcp.TryRead(buffer));
        await tcp.WriteAsync("hello"u8.ToArray(), Token);
        Assert.Equal(5, await server.ReceiveAsync(buffer, Token));
        await server.SendAsync("world"u8.ToArray(), Token);
        Assert.Equal(5, await tcp.ReadAsync(buffer, Token));
        Assert.True(tcp.IsOpen);
        server.Close();
        Assert.Equal(0, await tcp.ReadAsync(buffer, Token));
        Assert.False(tcp.IsOpen);
        Assert.Equal(-1, tcp.TryRead(buffer));
    }

    [Fact]
    public async Task A_wait_that_is_cancelled_takes_nothing()
    {
        await using var link = await Link.OpenAsync("localhost");
        var (tcp, server) = (link.Client, link.Server);
        var buffer = new byte[100];
        using var stop = new CancellationTokenSource();
        var read = tcp.ReadAsync(buffer, stop.Token).AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        await server.SendAsync("late"u8.ToArray(), Token);
        Assert.Equal(4, await tcp.ReadAsync(buffer, Token));
    }

    [Fact]
    public async Task A_wait_after_a_look_gets_the_first_byte_that_comes_and_the_end()
    {
        await using var link = await Link.OpenAsync();
        var (tcp, server) = (link.Client, link.Server);
        var buffer = new byte[100];
        for (var n = 0; n < 3; n++)
        {
            Assert.Equal(0, tcp.TryRead(buffer)); // from now on what comes wakes nobody, until somebody waits
            var read = tcp.ReadAsync(buffer, Token).AsTask();
            Assert.False(read.IsCompleted);
            await server.SendAsync("x"u8.ToArray(), Token);
            Assert.Equal(1, await read.WaitAsync(TimeSpan.FromSeconds(10), Token));
        }

        Assert.Equal(0, tcp.TryRead(buffer));
        await server.SendAsync("y"u8.ToArray(), Token);
        Assert.Equal(1, await tcp.ReadAsync(buffer, Token).AsTask().WaitAsync(TimeSpan.FromSeconds(10), Token)); // came before the wait
        Assert.Equal(0, tcp.TryRead(buffer));
        server.Close();
        Assert.Equal(0, await tcp.ReadAsync(buffer, Token).AsTask().WaitAsync(TimeSpan.FromSeconds(10), Token));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_came_is_acknowledged_at_once_when_more_is_awaited(bool isLooking)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux can be told to acknowledge at once.");
        await using var link = await Link.OpenAsync();
        var (tcp, server) = (link.Client, link.Server);
        var buffer = new byte[100];
        var (delayed, atOnce) = (0, 0);
        for (var round = 0; round < 20; round++)
        {
            // a question and its echo: Linux delays the acknowledgement of the echo, since another question may bring it
            await tcp.WriteAsync("q"u8.ToArray(), Token);
            Assert.Equal(1, await server.ReceiveAsync(buffer, Token));
            await server.SendAsync("q"u8.ToArray(), Token);
            Assert.Equal(1, await LookAsync(tcp, buffer));
            var before = Unacknowledged(server);
            delayed += before;
            Task<int>? read = null;
            if (isLooking)
                Assert.Equal((0, 0), (tcp.TryRead(buffer), tcp.TryRead(buffer)));
            else
                read = tcp.ReadAsync(buffer, Token).AsTask();
            atOnce += before - Unacknowledged(server);
            await server.SendAsync("a"u8.ToArray(), Token);
            Assert.Equal(1, await (read ?? LookAsync(tcp, buffer)));
        }

        // a busy machine may be late with some, and 40 ms late with none
        Assert.True(atOnce > delayed / 2, $"{delayed} were delayed, {atOnce} of them acknowledged when more was awaited");
    }

    [Fact]
    public async Task A_closed_port_is_named()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var e = await Assert.ThrowsAsync<ConnectFailedException>(() => TcpTransport.ConnectAsync("127.0.0.1", port, Token));
        Assert.Equal(ConnectFailure.Refused, e.Failure);
        Assert.Equal($"Cannot connect to 127.0.0.1:{port}: connection refused: nobody listens at that port.", e.Message);
    }

    [Theory]
    [InlineData(SocketError.ConnectionReset, ConnectFailure.Closed, "Cannot connect to r1:23: the link was reset at once.")]
    [InlineData(SocketError.HostUnreachable, ConnectFailure.Unreachable, "Cannot connect to r1:23: no route to the host.")]
    [InlineData(SocketError.TimedOut, ConnectFailure.TimedOut, "Cannot connect to r1:23: no answer.")]
    public void What_the_network_says_is_said_in_words(SocketError error, ConnectFailure failure, string message)
    {
        var e = ConnectFailedException.From(new SocketException((int)error), "r1:23");
        Assert.Equal((failure, message), (e.Failure, e.Message));
    }

    [Fact]
    public async Task A_reset_link_is_a_closed_one()
    {
        await using var link = await Link.OpenAsync();
        var (tcp, server) = (link.Client, link.Server);
        server.LingerState = new LingerOption(true, 0);
        server.Close();
        Assert.Equal(0, await tcp.ReadAsync(new byte[10], Token));
        await Assert.ThrowsAsync<IOException>(async () => await tcp.WriteAsync("x"u8.ToArray(), Token));
    }

    private static async Task<int> LookAsync(TcpTransport tcp, byte[] buffer)
    {
        for (var look = 0; look < 1000; look++)
        {
            if (tcp.TryRead(buffer) is not 0 and var count)
                return count;
            await Task.Delay(1, Token);
        }

        return 0;
    }

    // how many segments Linux has sent that the other side has not acknowledged: tcpi_unacked of TCP_INFO
    private static int Unacknowledged(Socket socket)
    {
        var info = new byte[28];
        socket.GetRawSocketOption(6, 11, info);
        return BitConverter.ToInt32(info, 24);
    }

    /// <summary>A transport and the socket at its far side.</summary>
    private sealed class Link(TcpTransport client, Socket server) : IAsyncDisposable
    {
        public TcpTransport Client => client;

        public Socket Server => server;

        public static async Task<Link> OpenAsync(string host = "127.0.0.1")
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var client = await TcpTransport.ConnectAsync(host, ((IPEndPoint)listener.LocalEndpoint).Port, Token);
            return new Link(client, await listener.AcceptSocketAsync(Token));
        }

        public ValueTask DisposeAsync()
        {
            server.Dispose();
            return client.DisposeAsync();
        }
    }
}
