using System.Net;
using System.Net.Sockets;

namespace ConnectionGen.Cli.Tests.Connections;

/// <summary>Accepts connections on loopback, says one thing or nothing, and never a prompt. It knows when each of its callers has hung up.</summary>
internal sealed class SpeechlessPeer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private readonly List<Task> _calls = [];
    private readonly string _text;
    private readonly Task _accepting;

    public SpeechlessPeer(string text = "")
    {
        _text = text;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    public int Accepted
    {
        get
        {
            lock (_lock)
                return _calls.Count;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(_calls).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Dispose();
        _stop.Dispose();
    }

    /// <summary>Ends when every caller has hung up.</summary>
    public Task AllHungUpAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
            return Task.WhenAll(_calls).WaitAsync(TimeSpan.FromSeconds(10), cancellationToken);
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            var socket = await _listener.AcceptSocketAsync(_stop.Token);
            lock (_lock)
                _calls.Add(ListenAsync(socket));
        }
    }

    private async Task ListenAsync(Socket socket)
    {
        using (socket)
        {
            await socket.SendAsync(System.Text.Encoding.ASCII.GetBytes(_text), _stop.Token);
            var buffer = new byte[1024];
            try
            {
                while (await socket.ReceiveAsync(buffer, _stop.Token) > 0)
                {
                }
            }
            catch (SocketException)
            {
                // hung up, too
            }
        }
    }
}
