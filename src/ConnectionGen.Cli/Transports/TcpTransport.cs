using System.Net;
using System.Net.Sockets;

namespace ConnectionGen.Cli.Transports;

/// <summary>The bytes of a TCP connection as they are.</summary>
public sealed class TcpTransport : ITransport
{
    private const int TcpLevel = 6;
    private const int LinuxQuickAck = 12;
    private const int LinuxTcpInfo = 11;
    private const int LinuxEstablished = 1; // the first byte of what TCP_INFO gives
    private const int LooksToAcknowledge = 2; // whoever types looks once before
    private const int EnoughToWake = 16 * 1024; // bytes; a piece of output that long is no answer that somebody looks for

    private readonly Socket _socket;
    private bool _quickAck = OperatingSystem.IsLinux();
    private bool _canBeQuiet = OperatingSystem.IsLinux();
    private bool _isQuiet;
    private int _looksToAcknowledge; // in vain, after what came last; 0 where it is acknowledged
    private volatile bool _isOpen = true;

    private TcpTransport(Socket socket, string description)
    {
        _socket = socket;
        _socket.NoDelay = true;
        _socket.Blocking = false;
        Description = description;
    }

    /// <inheritdoc/>
    public string Description { get; }

    /// <inheritdoc/>
    public bool IsOpen => _isOpen && !FarSideHasClosed();

    /// <inheritdoc/>
    public bool CanTryRead => true;

    /// <summary>Opens a TCP connection.</summary>
    /// <param name="host">Name or address.</param>
    /// <param name="port">TCP port, 1 to 65535.</param>
    /// <param name="cancellationToken">Ends the attempt. There is no limit beside it but the operating system's.</param>
    /// <exception cref="ConnectFailedException">Nobody listens there, the host is unknown or cannot be reached.</exception>
    public static async Task<TcpTransport> ConnectAsync(string host, int port, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(host);
        ArgumentOutOfRangeException.ThrowIfLessThan(port, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(port, IPEndPoint.MaxPort);
        // an address family of its own for "127.0.0.1": a dual-mode socket fails where IPv6 is switched off
        var socket = IPAddress.TryParse(host, out var address)
            ? new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            EndPoint target = address is null ? new DnsEndPoint(host, port) : new IPEndPoint(address, port);
            await socket.ConnectAsync(target, cancellationToken).ConfigureAwait(false);
            return new TcpTransport(socket, $"{host}:{port}");
        }
        catch (SocketException e)
        {
            socket.Dispose();
            throw ConnectFailedException.From(e, $"{host}:{port}");
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public int TryRead(Span<byte> buffer)
    {
        if (!_isOpen)
            return -1;
        int count;
        SocketError error;
        SetQuiet(true);
        try
        {
            count = _socket.Receive(buffer, SocketFlags.None, out error);
        }
        catch (ObjectDisposedException)
        {
            return -1;
        }

        if (error is SocketError.WouldBlock or SocketError.IOPending or SocketError.TryAgain)
        {
            if (_looksToAcknowledge > 0 && --_looksToAcknowledge == 0)
                Acknowledge();
            return 0;
        }

        if (error == SocketError.Success && count > 0)
        {
            _looksToAcknowledge = LooksToAcknowledge;
            return count;
        }

        _isOpen = false;
        return -1;
    }

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        SetQuiet(false);
        if (_looksToAcknowledge > 0)
            Acknowledge();
        try
        {
            var count = await _socket.ReceiveAsync(buffer, SocketFlags.None, cancellationToken).ConfigureAwait(false);
            if (count == 0)
                _isOpen = false;
            else
                _looksToAcknowledge = LooksToAcknowledge;
            return count;
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException && !cancellationToken.IsCancellationRequested)
        {
            // a reset link has nothing more to say, like a closed one
            _isOpen = false;
            return 0;
        }
    }

    /// <inheritdoc/>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default)
    {
        _looksToAcknowledge = 0; // what is sent says it, too
        try
        {
            while (!bytes.IsEmpty)
            {
                var sent = await _socket.SendAsync(bytes, SocketFlags.None, cancellationToken).ConfigureAwait(false);
                bytes = bytes[sent..];
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            _isOpen = false;
            throw new IOException($"The link to {Description} is closed.", e);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _isOpen = false;
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    // Linux says so also where text that nobody has read stands before the end.
    private bool FarSideHasClosed()
    {
        try
        {
            if (!OperatingSystem.IsLinux())
                return _socket.Poll(0, SelectMode.SelectRead) && _socket.Available == 0;
            Span<byte> info = stackalloc byte[8];
            _socket.GetRawSocketOption(TcpLevel, LinuxTcpInfo, info);
            return info[0] != LinuxEstablished;
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return true;
        }
    }

    // Once it has waited on a socket, .NET's own thread is woken by each piece that comes there, and one of the pool after it, also where nobody waits;
    // they take a core from the reader that looks for itself, and from a device on the same machine. Linux wakes nobody below the low-water mark.
    private void SetQuiet(bool isQuiet)
    {
        if (_isQuiet == isQuiet || !_canBeQuiet)
            return;
        try
        {
            _socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReceiveLowWater, isQuiet ? EnoughToWake : 1);
            _isQuiet = isQuiet;
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            _canBeQuiet = false;
        }
    }

    // A server that echoes in one segment and answers in the next waits for our acknowledgement of the first, which Linux delays by 40 ms. It is sent when
    // more is waited for: after a whole answer the next command brings it.
    private void Acknowledge()
    {
        _looksToAcknowledge = 0;
        if (!_quickAck)
            return;
        try
        {
            _socket.SetRawSocketOption(TcpLevel, LinuxQuickAck, [1, 0, 0, 0]);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            _quickAck = false;
        }
    }
}
