using System.Net;
using System.Net.Sockets;

namespace ConnectionGen.RealDevices.Tests;

/// <summary>A port that leads to another one here, and counts who goes through it.</summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;
    private readonly int _target;
    private CancellationTokenSource _cut = new();
    private int _accepted;
    private int _open;

    public Relay(int target)
    {
        _target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Accepted => Volatile.Read(ref _accepted);

    public int Open => Volatile.Read(ref _open);

    /// <summary>Ends all that go through it now.</summary>
    public void Cut() => Interlocked.Exchange(ref _cut, new CancellationTokenSource()).Cancel();

    /// <summary>Waits until nobody goes through it.</summary>
    public async Task ClosedAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < 500 && Open > 0; attempt++)
            await Task.Delay(20, cancellationToken);
        Assert.Equal(0, Open);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Cut();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            Interlocked.Increment(ref _accepted);
            Interlocked.Increment(ref _open);
            _ = JoinAsync(client, _cut.Token);
        }
    }

    private async Task JoinAsync(TcpClient client, CancellationToken cut)
    {
        using (client)
        using (var server = new TcpClient())
        {
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _target, cut);
                await Task.WhenAny(client.GetStream().CopyToAsync(server.GetStream(), cut), server.GetStream().CopyToAsync(client.GetStream(), cut));
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
            {
                // it is over
            }
        }

        Interlocked.Decrement(ref _open);
    }
}
