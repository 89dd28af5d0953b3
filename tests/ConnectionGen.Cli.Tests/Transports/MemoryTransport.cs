using System.Text;
using System.Threading.Channels;
using ConnectionGen.Cli.Transports;

namespace ConnectionGen.Cli.Tests.Transports;

/// <summary>A transport without a network: the test writes what the device says and reads what was sent to it.</summary>
internal sealed class MemoryTransport : ITransport
{
    private readonly Channel<byte[]> _toClient = Channel.CreateUnbounded<byte[]>();
    private readonly MemoryStream _sent = new();
    private ReadOnlyMemory<byte> _rest;

    public string Description => "memory";

    public bool IsOpen { get; private set; } = true;

    public bool CanTryRead => true;

    /// <summary>Answers lines as they are sent; gets the line without its end.</summary>
    public Func<string, string>? OnLine { get; set; }

    /// <summary>Answers what is sent without Enter, such as a key; null where it says nothing.</summary>
    public Func<string, string?>? OnText { get; set; }

    public string Sent
    {
        get
        {
            lock (_sent)
                return Encoding.UTF8.GetString(_sent.ToArray());
        }
    }

    public byte[] SentBytes
    {
        get
        {
            lock (_sent)
                return _sent.ToArray();
        }
    }

    public MemoryTransport Says(string text) => Says(Encoding.UTF8.GetBytes(text));

    public MemoryTransport Says(params byte[] bytes)
    {
        if (bytes.Length > 0)
            _toClient.Writer.TryWrite(bytes);
        return this;
    }

    public MemoryTransport SaysByteByByte(string text)
    {
        foreach (var b in Encoding.UTF8.GetBytes(text))
            Says(b);
        return this;
    }

    public void Ends() => _toClient.Writer.TryComplete();

    public int TryRead(Span<byte> buffer)
    {
        if (_rest.IsEmpty && _toClient.Reader.TryRead(out var bytes))
            _rest = bytes;
        if (_rest.IsEmpty)
            return _toClient.Reader.Completion.IsCompleted ? -1 : 0;
        var count = Math.Min(buffer.Length, _rest.Length);
        _rest.Span[..count].CopyTo(buffer);
        _rest = _rest[count..];
        return count;
    }

    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_rest.IsEmpty && !await _toClient.Reader.WaitToReadAsync(cancellationToken))
        {
            IsOpen = false;
            return 0;
        }

        return TryRead(buffer.Span);
    }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default)
    {
        if (!IsOpen)
            throw new IOException("closed");
        lock (_sent)
            _sent.Write(bytes.Span);
        var text = Encoding.UTF8.GetString(bytes.Span);
        if (OnLine is { } answer && text.EndsWith('\r'))
            Says(answer(text[..^1]));
        else if (OnText?.Invoke(text) is { } said)
            Says(said);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        IsOpen = false;
        _toClient.Writer.TryComplete();
        return ValueTask.CompletedTask;
    }
}
