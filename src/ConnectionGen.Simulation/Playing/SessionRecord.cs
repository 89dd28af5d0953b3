using System.Text;

namespace ConnectionGen.Simulation;

/// <summary>The latest of what a session did, within limits: bytes of the transcript, number of commands.</summary>
internal sealed class SessionRecord(TimeProvider time, int mostBytes, int mostCommands)
{
    private readonly Lock _lock = new();
    private readonly long _start = time.GetTimestamp();
    private readonly Queue<(TimeSpan At, TranscriptDirection Direction, byte[] Bytes)> _pieces = [];
    private readonly Queue<SimulatedCommand> _commands = [];
    private long _bytes;
    private long _latest = time.GetTimestamp();

    /// <summary>The time since anything was typed or sent.</summary>
    public TimeSpan Silence => time.GetElapsedTime(Interlocked.Read(ref _latest));

    public bool IsCut { get; private set; }

    public int CommandCount { get; private set; }

    public void Typed(ReadOnlySpan<byte> bytes) => Add(TranscriptDirection.Typed, bytes);

    public void Sent(ReadOnlySpan<byte> bytes) => Add(TranscriptDirection.Sent, bytes);

    public void Commanded(SimulatedCommand command)
    {
        lock (_lock)
        {
            CommandCount++;
            _commands.Enqueue(command);
            if (_commands.Count > mostCommands)
            {
                _commands.Dequeue();
            }
        }
    }

    public IReadOnlyList<SimulatedCommand> Commands()
    {
        lock (_lock)
        {
            return [.. _commands];
        }
    }

    public IReadOnlyList<TranscriptEntry> Transcript()
    {
        lock (_lock)
        {
            return [.. _pieces.Select(piece => new TranscriptEntry(piece.At, piece.Direction, Encoding.UTF8.GetString(piece.Bytes)))];
        }
    }

    private void Add(TranscriptDirection direction, ReadOnlySpan<byte> bytes)
    {
        Interlocked.Exchange(ref _latest, time.GetTimestamp());
        if (bytes.Length == 0 || mostBytes == 0)
        {
            return;
        }

        lock (_lock)
        {
            if (bytes.Length > mostBytes)
            {
                IsCut = true;
                bytes = bytes[^mostBytes..];
            }

            // a long output comes in pieces of one length: their copies are made in one array
            byte[]? dropped = null;
            while (_bytes + bytes.Length > mostBytes)
            {
                IsCut = true;
                dropped = _pieces.Dequeue().Bytes;
                _bytes -= dropped.Length;
            }

            var copy = dropped?.Length == bytes.Length ? dropped : new byte[bytes.Length];
            bytes.CopyTo(copy);
            _pieces.Enqueue((time.GetElapsedTime(_start), direction, copy));
            _bytes += copy.Length;
        }
    }
}
