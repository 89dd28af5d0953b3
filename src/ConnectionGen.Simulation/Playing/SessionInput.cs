using System.Buffers;
using System.IO.Pipelines;

namespace ConnectionGen.Simulation;

/// <summary>How a wait for typed bytes ended.</summary>
internal enum InputWait
{
    Typed,
    TimedOut,
    Gone,
}

/// <summary>
/// What a session types, read as it comes even while a response runs, so that Ctrl-C is seen. No more than a limit is read ahead;
/// beyond it the client's own socket fills.
/// </summary>
internal sealed class SessionInput : IDisposable
{
    private const int MostAhead = 64 * 1024;
    private const int ReadAtOnce = 2048;
    private const byte CtrlC = 3;

    // continuations run on the reading side's stack: a command costs no change of thread
    private static readonly PipeOptions Inline = new(
        readerScheduler: PipeScheduler.Inline,
        writerScheduler: PipeScheduler.Inline,
        pauseWriterThreshold: MostAhead,
        resumeWriterThreshold: MostAhead / 2,
        minimumSegmentSize: ReadAtOnce,
        useSynchronizationContext: false);

    private readonly Pipe _pipe = new(Inline);
    private readonly TelnetDecoder? _telnet;
    private readonly TimeProvider _time;
    private readonly ArrayBufferWriter<byte> _replies = new(16);
    private ReadOnlySequence<byte> _typed;
    private bool _isReading;
    private bool _isCompleted;

    public SessionInput(bool isTelnet, TimeProvider time)
    {
        _telnet = isTelnet ? new TelnetDecoder() : null;
        _time = time;
    }

    public Interrupts Interrupts { get; } = new();

    /// <summary>Whether the device shows what is typed.</summary>
    public bool Echoes => _telnet?.Options.Echoes ?? true;

    /// <summary>Reads until the client goes.</summary>
    public async Task ReadAsync(Stream stream, SessionOutput output, SimulatedSession session, CancellationToken cancellationToken)
    {
        Exception? fault = null;
        var buffer = ArrayPool<byte>.Shared.Rent(ReadAtOnce);
        try
        {
            int length;
            while ((length = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                var interrupts = Take(buffer.AsSpan(0, length), session);
                await AnswerAsync(output, cancellationToken).ConfigureAwait(false);
                var flushing = _pipe.Writer.FlushAsync(cancellationToken);
                Interrupts.Received(interrupts);
                if ((await flushing.ConfigureAwait(false)).IsCompleted)
                {
                    // the session ended in the meantime
                    break;
                }
            }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or OperationCanceledException or SessionEndedException)
        {
            fault = error;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            await _pipe.Writer.CompleteAsync(fault as SessionEndedException).ConfigureAwait(false);
        }
    }

    /// <summary>Takes one typed byte that is there already.</summary>
    public bool TryTake(out byte value)
    {
        if (_typed.IsEmpty && !Refill())
        {
            value = 0;
            return false;
        }

        value = _typed.FirstSpan.Length > 0 ? _typed.FirstSpan[0] : _typed.Slice(_typed.Start, 1).ToArray()[0];
        _typed = _typed.Slice(1);
        return true;
    }

    /// <summary>Waits until something is typed.</summary>
    public async ValueTask<InputWait> WaitAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        Release();
        if (_isCompleted)
        {
            return InputWait.Gone;
        }

        using var timer = limit == Timeout.InfiniteTimeSpan ? null : _time.CreateTimer(static input => ((SessionInput)input!).Wake(), this, limit, Timeout.InfiniteTimeSpan);
        var result = await _pipe.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        Hold(result);
        return !result.Buffer.IsEmpty ? InputWait.Typed : _isCompleted ? InputWait.Gone : InputWait.TimedOut;
    }

    /// <summary>Ends a wait early.</summary>
    public void Wake() => _pipe.Reader.CancelPendingRead();

    /// <summary>Drops what is typed before a byte; all of it where the byte is not there.</summary>
    public void SkipTo(byte value)
    {
        while (!_typed.IsEmpty || Refill())
        {
            if (_typed.PositionOf(value) is { } at)
            {
                _typed = _typed.Slice(at);
                return;
            }

            _typed = _typed.Slice(_typed.End);
        }
    }

    public void Dispose()
    {
        Release();
        _pipe.Reader.Complete();
    }

    /// <summary>Says what the device asks of a Telnet client.</summary>
    public async ValueTask BeginAsync(SessionOutput output, CancellationToken cancellationToken)
    {
        _telnet?.Options.Begin(_replies);
        await AnswerAsync(output, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask AnswerAsync(SessionOutput output, CancellationToken cancellationToken)
    {
        if (_replies.WrittenCount > 0)
        {
            await output.SendControlAsync(_replies.WrittenMemory, cancellationToken).ConfigureAwait(false);
            _replies.ResetWrittenCount();
        }
    }

    /// <summary>Gives the number of Ctrl-C among what was received.</summary>
    private int Take(ReadOnlySpan<byte> received, SimulatedSession session)
    {
        var typed = _pipe.Writer.GetSpan(received.Length)[..received.Length];
        if (_telnet is null)
        {
            received.CopyTo(typed);
        }
        else
        {
            typed = typed[.._telnet.Decode(received, typed, _replies)];
            session.TerminalType = _telnet.TerminalType;
            session.WindowSize = _telnet.WindowSize;
        }

        session.Record.Typed(typed);
        var interrupts = typed.Count(CtrlC);
        _pipe.Writer.Advance(typed.Length);
        if (_telnet is { IsLooping: true })
        {
            throw new SessionEndedException("the client negotiates Telnet options without end");
        }

        return interrupts;
    }

    private bool Refill()
    {
        Release();
        if (_pipe.Reader.TryRead(out var result))
        {
            Hold(result);
        }

        return !_typed.IsEmpty;
    }

    private void Hold(ReadResult result)
    {
        _isReading = true;
        _isCompleted = result.IsCompleted;
        _typed = result.Buffer;
    }

    private void Release()
    {
        if (_isReading)
        {
            _isReading = false;
            _pipe.Reader.AdvanceTo(_typed.Start);
            _typed = default;
        }
    }
}
