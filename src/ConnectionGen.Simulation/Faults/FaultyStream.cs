using System.Net.Sockets;

namespace ConnectionGen.Simulation;

/// <summary>A stream that sends in pieces, and is cut where the plan says so.</summary>
internal sealed class FaultyStream(Stream stream, Socket? socket, WireFaults faults, TimeProvider time) : Stream
{
    private bool _isSilent;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => stream.ReadAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => stream.ReadAsync(buffer, offset, count, cancellationToken);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_isSilent)
        {
            return;
        }

        var passing = buffer[..faults.Pass(buffer.Length)];
        while (passing.Length > 0)
        {
            var piece = passing[..Math.Min(passing.Length, faults.PieceLength)];
            await stream.WriteAsync(piece, cancellationToken).ConfigureAwait(false);
            passing = passing[piece.Length..];
            if (passing.Length > 0 && faults.PieceInterval > TimeSpan.Zero)
            {
                await Task.Delay(faults.PieceInterval, time, cancellationToken).ConfigureAwait(false);
            }
        }

        if (faults.IsCut)
        {
            Cut();
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
        // every write is sent at once
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            stream.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Cut()
    {
        switch (faults.Kind)
        {
            case CutKind.Reset:
                // closing without lingering is what sends a reset
                socket?.LingerState = new LingerOption(enable: true, seconds: 0);
                socket?.Dispose();
                throw new SessionEndedException("the fault plan reset the connection");
            case CutKind.HalfClose:
                socket?.Shutdown(SocketShutdown.Send);
                _isSilent = true;
                break;
            case CutKind.Stall:
                _isSilent = true;
                break;
            default:
                throw new SessionEndedException("the fault plan closed the connection");
        }
    }
}
