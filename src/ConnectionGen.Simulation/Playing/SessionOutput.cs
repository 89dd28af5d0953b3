using System.Buffers;

namespace ConnectionGen.Simulation;

/// <summary>
/// What a session sends: small pieces gathered into one write, long texts straight from where they are kept. A client that does not
/// read is waited for up to a limit.
/// </summary>
internal sealed class SessionOutput(Stream stream, bool isTelnet, SessionRecord record, WireFaults? faults, TimeProvider time, TimeSpan limit) : IDisposable
{
    private const int Gathered = 4096;
    private const int Slice = 64 * 1024;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private byte[] _buffer = [];
    private int _length;
    private bool _isGivenUp;

    /// <summary>True where the cursor stands at the left edge.</summary>
    public bool AtLineStart { get; private set; } = true;

    /// <summary>Adds bytes; nothing is sent before <see cref="FlushAsync"/>.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0)
        {
            return;
        }

        AtLineStart = bytes[^1] == (byte)'\n';
        if (isTelnet && bytes.ContainsAny((byte)'\r', TelnetBytes.Iac))
        {
            WriteEscaped(bytes);
            return;
        }

        Append(bytes);
    }

    /// <summary>Sends a text, after all that was added before; gives false where <paramref name="goOn"/> stopped it.</summary>
    public async ValueTask<bool> WriteAsync(ReadOnlyMemory<byte> bytes, bool needsEscape, Func<bool> goOn, CancellationToken cancellationToken)
    {
        if (bytes.Length <= Gathered)
        {
            Write(bytes.Span);
            if (_length > Gathered)
            {
                await FlushAsync(cancellationToken).ConfigureAwait(false);
            }

            return true;
        }

        while (bytes.Length > 0)
        {
            var slice = bytes[..Math.Min(Slice, bytes.Length)];
            if (needsEscape && isTelnet)
            {
                // a pair of CR LF must not look like a bare CR at the seam
                slice = slice.Length < bytes.Length && slice.Span[^1] == (byte)'\r' ? slice[..^1] : slice;
                Write(slice.Span);
                await FlushAsync(cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await FlushAsync(cancellationToken).ConfigureAwait(false);
                await SendAsync(slice, cancellationToken).ConfigureAwait(false);
                AtLineStart = slice.Span[^1] == (byte)'\n';
            }

            bytes = bytes[slice.Length..];
            if (bytes.Length > 0 && !goOn())
            {
                return false;
            }
        }

        return true;
    }

    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        if (_length == 0 || _isGivenUp)
        {
            return;
        }

        var (buffer, length) = (_buffer, _length);
        (_buffer, _length) = ([], 0);
        try
        {
            await SendAsync(buffer.AsMemory(0, length), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Sends bytes that are none of the session's text: Telnet answers. They may overtake what is gathered.</summary>
    public ValueTask SendControlAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => LimitedAsync(bytes, isText: false, cancellationToken);

    public void Dispose()
    {
        _turn.Dispose();
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }
    }

    private ValueTask SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => LimitedAsync(bytes, isText: true, cancellationToken);

    private async ValueTask LimitedAsync(ReadOnlyMemory<byte> bytes, bool isText, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (isText)
            {
                record.Sent(bytes.Span[..(faults?.Passing(bytes.Length) ?? bytes.Length)]);
            }

            var sending = stream.WriteAsync(bytes, cancellationToken);
            if (sending.IsCompletedSuccessfully)
            {
                return;
            }

            var task = sending.AsTask();
            Observe(task);
            await task.WaitAsync(limit, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            _isGivenUp = true;
            throw new SessionEndedException($"the client read nothing for {limit.TotalSeconds:0.#} s");
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>A write that is given up fails later, when the stream is closed; nobody is there to see that.</summary>
    private static void Observe(Task task) =>
        _ = task.ContinueWith(static done => _ = done.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    private void Append(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
    }

    /// <summary>RFC 854: 255 is sent twice, and a CR without LF is CR NUL.</summary>
    private void WriteEscaped(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length * 2);
        for (var i = 0; i < bytes.Length; i++)
        {
            _buffer[_length++] = bytes[i];
            if (bytes[i] == TelnetBytes.Iac)
            {
                _buffer[_length++] = TelnetBytes.Iac;
            }
            else if (bytes[i] == (byte)'\r' && (i + 1 == bytes.Length || bytes[i + 1] != (byte)'\n'))
            {
                _buffer[_length++] = 0;
            }
        }
    }

    private void Reserve(int more)
    {
        if (_buffer.Length - _length >= more)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Gathered, _length + more));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }

        _buffer = larger;
    }
}
