namespace ConnectionGen.Cli.Transports;

/// <summary>
/// Telnet over another transport: answers the far side's options (terminal type, window size, echo, suppress go-ahead, binary; refuses the others)
/// and gives the data alone.
/// </summary>
public sealed class TelnetTransport : ITransport
{
    private readonly ITransport _inner;
    private readonly TelnetProtocol _protocol;

    /// <summary>Speaks Telnet over a transport that is open, and owns it from then on.</summary>
    /// <param name="inner">What carries the bytes.</param>
    /// <param name="settings">What to say about the terminal.</param>
    public TelnetTransport(ITransport inner, TelnetSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(inner);
        _inner = inner;
        _protocol = new TelnetProtocol(settings ?? new TelnetSettings());
        Description = $"{inner.Description} by telnet";
    }

    /// <inheritdoc/>
    public string Description { get; }

    /// <inheritdoc/>
    public bool IsOpen => _inner.IsOpen;

    /// <inheritdoc/>
    public bool CanTryRead => _inner.CanTryRead;

    /// <summary>Opens a TCP connection and speaks Telnet over it.</summary>
    /// <param name="host">Name or address.</param>
    /// <param name="port">TCP port; Telnet's own is 23.</param>
    /// <param name="settings">What to say about the terminal.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="ConnectFailedException">Nobody listens there, the host is unknown or cannot be reached.</exception>
    public static async Task<TelnetTransport> ConnectAsync(string host, int port = 23, TelnetSettings? settings = null, CancellationToken cancellationToken = default) =>
        new(await TcpTransport.ConnectAsync(host, port, cancellationToken).ConfigureAwait(false), settings);

    /// <inheritdoc/>
    public int TryRead(Span<byte> buffer)
    {
        // answers are sent by the waiting read, which can wait for the write, too
        if (!_protocol.Replies.IsEmpty)
            return 0;
        var count = _inner.TryRead(buffer);
        return count <= 0 ? count : Decode(buffer[..count]);
    }

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            await SendRepliesAsync(cancellationToken).ConfigureAwait(false);
            var count = await _inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (count == 0)
                return 0;
            var data = Decode(buffer.Span[..count]);
            if (data > 0)
                return data;
        }
    }

    /// <inheritdoc/>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default)
    {
        await SendRepliesAsync(cancellationToken).ConfigureAwait(false);
        await _inner.WriteAsync(_protocol.Encode(bytes), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _inner.DisposeAsync();

    // a read and a write may be under way at once, and both send answers
    private int Decode(Span<byte> bytes)
    {
        lock (_protocol)
            return _protocol.Decode(bytes);
    }

    private byte[] TakeReplies()
    {
        lock (_protocol)
        {
            if (_protocol.Replies.IsEmpty)
                return [];
            var replies = _protocol.Replies.ToArray();
            _protocol.ClearReplies();
            return replies;
        }
    }

    private async ValueTask SendRepliesAsync(CancellationToken cancellationToken)
    {
        var replies = TakeReplies();
        if (replies.Length == 0)
            return;
        try
        {
            await _inner.WriteAsync(replies, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // the far side is gone; the read that follows says so, after what it has left behind
        }
    }
}
