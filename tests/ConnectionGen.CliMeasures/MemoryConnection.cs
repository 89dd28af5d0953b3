using ConnectionGen.Cli;
using ConnectionGen.Cli.Transports;

namespace ConnectionGen.CliMeasures;

/// <summary>A command line whose device is in memory.</summary>
[ConnectionClass("Memory")]
internal partial class MemoryConnection(ConnectionContext context) : CliConnection(context)
{
    protected override Task<ITransport> OpenTransportAsync(CancellationToken cancellationToken) => Task.FromResult<ITransport>(new MemoryLink());
}
