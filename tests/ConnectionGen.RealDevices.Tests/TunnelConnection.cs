using ConnectionGen.Cli;
using ConnectionGen.Cli.Transports;

namespace ConnectionGen.RealDevices.Tests;

/// <summary>A way through a jump host, on which nothing is said.</summary>
/// <param name="context">The connection's surroundings.</param>
[ConnectionClass]
public partial class TunnelConnection(ConnectionContext context) : CliConnection(context)
{
    private ITransport? _way;

    /// <inheritdoc/>
    public override bool IsConnected => _way is not null;

    /// <inheritdoc/>
    protected override async Task OpenAsync(CancellationToken cancellationToken) => _way = await OpenTransportAsync(cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    protected override async Task CloseAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _way, null) is { } way)
            await way.DisposeAsync().ConfigureAwait(false);
    }
}
