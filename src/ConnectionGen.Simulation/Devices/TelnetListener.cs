using System.Net;
using System.Net.Sockets;

namespace ConnectionGen.Simulation;

/// <summary>A Telnet port on loopback that the system picks.</summary>
internal sealed class TelnetListener : IDisposable
{
    private const int Backlog = 512;
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMilliseconds(50);
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly TimeProvider _time;

    public TelnetListener(TimeProvider time)
    {
        _time = time;
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _socket.Listen(Backlog);
    }

    public int Port => ((IPEndPoint)_socket.LocalEndPoint!).Port;

    /// <summary>Hands every client over until cancelled.</summary>
    public async Task ServeAsync(Action<Socket> accepted, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var socket = await _socket.AcceptAsync(cancellationToken).ConfigureAwait(false);
                socket.NoDelay = true;
                accepted(socket);
            }
            catch (SocketException) when (!cancellationToken.IsCancellationRequested)
            {
                // the client was gone before it was accepted, or there are no more file handles for now
                await Task.Delay(AfterFailure, _time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public void Dispose() => _socket.Dispose();
}
