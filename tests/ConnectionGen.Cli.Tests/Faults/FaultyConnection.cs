using ConnectionGen.Cli.Transports;

namespace ConnectionGen.Cli.Tests.Faults;

/// <summary>A command line that types nothing by itself but the login, over a link that the test may make.</summary>
/// <param name="context">The connection's surroundings.</param>
/// <param name="timeout">How long a command may take.</param>
/// <param name="gotoEnable">Whether to enter the privileged mode after login.</param>
[ConnectionClass]
public partial class FaultyConnection(ConnectionContext context, TimeSpan? timeout = null, bool gotoEnable = true)
    : CliConnection(context, timeout: timeout, initExecCommands: [], gotoEnable: gotoEnable)
{
    /// <summary>Opens the link; null for the path's own.</summary>
    internal Func<Stream>? Stream { get; set; }

    /// <summary>Counts what the links use.</summary>
    internal LinkCount Links { get; } = new();

    /// <inheritdoc/>
    protected override async Task<ITransport> OpenTransportAsync(CancellationToken cancellationToken) => Stream is { } open
        ? new StreamTransport(open(), Links)
        : await base.OpenTransportAsync(cancellationToken);
}

/// <summary>How many links are open, and how many of their reads and writes run.</summary>
internal sealed class LinkCount
{
    private int _inUse;

    public int InUse => Volatile.Read(ref _inUse);

    public void Add(int change) => Interlocked.Add(ref _inUse, change);
}

/// <summary>A transport over a stream.</summary>
internal sealed class StreamTransport : ITransport
{
    private readonly Stream _stream;
    private readonly LinkCount _count;
    private int _isDisposed;
    private volatile bool _isOpen = true;

    public StreamTransport(Stream stream, LinkCount count)
    {
        (_stream, _count) = (stream, count);
        count.Add(1);
    }

    public string Description => "memory";

    public bool IsOpen => _isOpen;

    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _count.Add(1);
        try
        {
            var count = await _stream.ReadAsync(buffer, cancellationToken);
            _isOpen &= count > 0;
            return count;
        }
        catch (Exception e) when (e is InvalidOperationException or IOException)
        {
            _isOpen = false;
            return 0;
        }
        finally
        {
            _count.Add(-1);
        }
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default)
    {
        _count.Add(1);
        try
        {
            await _stream.WriteAsync(bytes, cancellationToken);
        }
        catch (Exception e) when (e is InvalidOperationException or IOException)
        {
            _isOpen = false;
            throw new IOException("The link is closed.", e);
        }
        finally
        {
            _count.Add(-1);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
            return;
        _isOpen = false;
        await _stream.DisposeAsync();
        _count.Add(-1);
    }
}
