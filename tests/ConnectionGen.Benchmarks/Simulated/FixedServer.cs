using System.Net;
using System.Net.Sockets;

namespace ConnectionGen.Benchmarks.Simulated;

/// <summary>The least that a server in .NET can do: a blocking socket and a thread, and for each line that comes the same bytes.</summary>
internal sealed class FixedServer : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly byte[] _answer;

    public FixedServer(byte[] answer)
    {
        _answer = answer;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        new Thread(Serve) { IsBackground = true }.Start();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    public void Dispose() => _listener.Dispose();

    private void Serve()
    {
        using var socket = _listener.Accept();
        socket.NoDelay = true;
        var buffer = new byte[4096];
        while (socket.Receive(buffer) is var length and > 0)
        {
            for (var lines = buffer.AsSpan(0, length).Count((byte)'\r'); lines > 0; lines--)
            {
                socket.Send(_answer);
            }
        }
    }
}
