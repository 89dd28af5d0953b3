using System.IO.Pipelines;

namespace ConnectionGen.Simulation;

/// <summary>One end of two pipes: what is written here is read at the other end, without a socket.</summary>
internal sealed class InMemoryStream : Stream
{
    private readonly Stream _reads;
    private readonly Stream _writes;

    /// <summary>A stream that reads from one and writes to another; disposing closes both.</summary>
    public InMemoryStream(Stream reads, Stream writes)
    {
        _reads = reads;
        _writes = writes;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Two ends that talk to each other.</summary>
    public static (Stream Client, Stream Device) Pair()
    {
        var options = new PipeOptions(useSynchronizationContext: false);
        var toDevice = new Pipe(options);
        var toClient = new Pipe(options);
        return (new InMemoryStream(toClient.Reader.AsStream(), toDevice.Writer.AsStream()),
            new InMemoryStream(toDevice.Reader.AsStream(), toClient.Writer.AsStream()));
    }

    public override int Read(byte[] buffer, int offset, int count) => _reads.Read(buffer, offset, count);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => _reads.ReadAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => _reads.ReadAsync(buffer, offset, count, cancellationToken);

    public override void Write(byte[] buffer, int offset, int count) => _writes.Write(buffer, offset, count);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await _writes.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
        await _writes.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush() => _writes.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => _writes.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _writes.Dispose();
            _reads.Dispose();
        }

        base.Dispose(disposing);
    }
}
