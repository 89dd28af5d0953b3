using System.Net;
using System.Net.Sockets;

namespace ConnectionGen.Simulation;

/// <summary>A Telnet port on loopback that can be closed and opened again without losing its number.</summary>
internal sealed class TelnetListener : IDisposable
{
    private const int Backlog = 512;
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMilliseconds(50);
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private Socket _socket;
    private bool _isOpen;
    private TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="port">The port; 0 has the system pick one.</param>
    /// <param name="time">The clock.</param>
    public TelnetListener(int port, TimeProvider time)
    {
        _time = time;
        _socket = Bound(port);
        Port = ((IPEndPoint)_socket.LocalEndPoint!).Port;
        Open();
    }

    public int Port { get; }

    /// <summary>Refuses connections from now on. A bound socket that does not listen keeps the port from everyone else.</summary>
    public void Close()
    {
        lock (_lock)
        {
            if (_isOpen)
            {
                _isOpen = false;
                _opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _socket.Dispose();
                _socket = Bound(Port);
            }
        }
    }

    /// <summary>Takes connections from now on.</summary>
    public void Open()
    {
        lock (_lock)
        {
            if (!_isOpen)
            {
                _socket.Listen(Backlog);
                _isOpen = true;
                _opened.SetResult();
            }
        }
    }

    /// <summary>Hands every client over until cancelled.</summary>
    public async Task ServeAsync(Action<Socket> accepted, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await _opened.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                var socket = await _socket.AcceptAsync(cancellationToken).ConfigureAwait(false);
                socket.NoDelay = true;
                accepted(socket);
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException && !_isOpen)
            {
                // closed while waiting; goes on when opened again
            }
            catch (SocketException)
            {
                // the client was gone before it was accepted, or there are no more file handles for now
                await Task.Delay(AfterFailure, _time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public void Dispose() => _socket.Dispose();

    private static Socket Bound(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
        return socket;
    }
}
