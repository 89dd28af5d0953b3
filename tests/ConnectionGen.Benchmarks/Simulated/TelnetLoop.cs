using System.Net;
using System.Net.Sockets;

namespace ConnectionGen.Benchmarks.Simulated;

/// <summary>A client that is a blocking socket: it types a line, reads to the prompt, and does it again.</summary>
internal sealed class TelnetLoop : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 30_000 };
    private readonly byte[] _buffer;

    public TelnetLoop(int port, int bufferLength = 256 * 1024)
    {
        _buffer = new byte[bufferLength];
        _socket.Connect(IPAddress.Loopback, port);
    }

    /// <summary>Reads until what has come ends with some bytes; gives their number.</summary>
    public long ReadTo(ReadOnlySpan<byte> end)
    {
        var total = 0L;
        var kept = 0;
        do
        {
            if (kept > _buffer.Length / 2)
            {
                _buffer.AsSpan(kept - end.Length, end.Length).CopyTo(_buffer);
                kept = end.Length;
            }

            var length = _socket.Receive(_buffer, kept, _buffer.Length - kept, SocketFlags.None);
            if (length == 0)
            {
                throw new IOException("The server hung up.");
            }

            kept += length;
            total += length;
        }
        while (!_buffer.AsSpan(0, kept).EndsWith(end));

        return total;
    }

    public long Command(ReadOnlySpan<byte> line, ReadOnlySpan<byte> prompt)
    {
        _socket.Send(line);
        return ReadTo(prompt);
    }

    public void Dispose() => _socket.Dispose();
}
