using ConnectionGen.Cli.Screens;
using ConnectionGen.Cli.Transports;

namespace ConnectionGen.Cli.JumpHosts;

/// <summary>
/// The session that a command on a jump host has opened. It ends where the jump host's own prompt comes back: what is typed then would run there and not
/// on the device.
/// </summary>
internal sealed class HopTransport(ITransport inner, string jumpHost, ReadOnlyMemory<byte> prompt, string command, int columns) : ITransport
{
    private const int LongestPrompt = 1024;

    private readonly Screen _line = new(columns); // what may become the prompt
    private bool _isBehindEcho;
    private bool _isTooLong;
    private volatile bool _hasReturned;

    public string Description => $"{inner.Description}, then '{command}'";

    public string JumpHost => jumpHost;

    /// <summary>True once the jump host was seen to be back at its prompt.</summary>
    public bool HasReturned => _hasReturned;

    public bool IsOpen => !_hasReturned && inner.IsOpen;

    public string Enter => inner.Enter;

    public bool EchoesEnter => inner.EchoesEnter;

    public string? Ending => _hasReturned ? $"The jump host '{jumpHost}' is back at its own prompt." : inner.Ending ?? $"The way goes through the jump host '{jumpHost}'.";

    public bool CanTryRead => inner.CanTryRead;

    public int TryRead(Span<byte> buffer)
    {
        if (_hasReturned)
            return -1;
        var count = inner.TryRead(buffer);
        if (count > 0)
            Watch(buffer[..count]);
        return count;
    }

    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_hasReturned)
            return 0;
        var count = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        Watch(buffer.Span[..count]);
        return count;
    }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default) => _hasReturned
        ? ValueTask.FromException(new IOException($"The session of {Description} has ended."))
        : inner.WriteAsync(bytes, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync().ConfigureAwait(false);
        _line.Dispose();
    }

    private void Watch(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.LastIndexOf((byte)'\n');
        if (end >= 0)
        {
            bytes = bytes[(end + 1)..];
            _line.Clear();
            (_isBehindEcho, _isTooLong) = (true, false);
        }

        if (!_isBehindEcho || _isTooLong)
            return;
        _line.Write(bytes);
        _isTooLong = _line.LastLine.Length > LongestPrompt;
        _hasReturned = _line.LastLine.SequenceEqual(prompt.Span);
    }
}
