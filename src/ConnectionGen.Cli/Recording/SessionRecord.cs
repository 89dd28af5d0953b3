using ConnectionGen.Cli.Expecting;

namespace ConnectionGen.Cli.Recording;

/// <summary>Records one session: takes what both sides say, in order, and hands it on without secrets.</summary>
/// <param name="time">The clock.</param>
/// <param name="redactor">Knows the secrets.</param>
/// <param name="recorder">Where the pieces go.</param>
internal sealed class SessionRecord(TimeProvider time, Redactor redactor, SessionRecorder recorder)
{
    private readonly Lock _lock = new();
    private readonly long _start = time.GetTimestamp();
    private readonly Queue<RecordedPiece> _pieces = []; // of both sides, so that none overtakes another
    private readonly RecordedSide _typed = new(SessionDirection.Typed, redactor);
    private readonly RecordedSide _received = new(SessionDirection.Received, redactor);

    /// <summary>The secrets of the session.</summary>
    public Redactor Redactor => redactor;

    public void Typed(ReadOnlySpan<byte> bytes) => Add(_typed, bytes);

    public void Received(ReadOnlySpan<byte> bytes) => Add(_received, bytes);

    /// <summary>Hands on what waits: the session has ended, or where it is recorded changes.</summary>
    public void Flush()
    {
        lock (_lock)
        {
            _typed.End();
            _received.End();
            HandOn();
        }
    }

    /// <summary>The session has ended.</summary>
    public void End()
    {
        Flush();
        recorder.CloseFile();
    }

    private void Add(RecordedSide side, ReadOnlySpan<byte> bytes)
    {
        if (!recorder.IsOn || bytes.IsEmpty)
            return;
        lock (_lock)
        {
            if (side.Add(time.GetElapsedTime(_start), bytes) is { } piece)
                _pieces.Enqueue(piece);
            HandOn();
        }
    }

    private void HandOn()
    {
        while (_pieces.TryPeek(out var piece))
        {
            if (piece.Text.Length > 0)
                recorder.Write(new SessionEntry(piece.At, piece.Direction, piece.Text.ToString()));
            piece.Text.Clear();
            if (piece.Length > 0)
                return;
            _pieces.Dequeue();
        }
    }
}
