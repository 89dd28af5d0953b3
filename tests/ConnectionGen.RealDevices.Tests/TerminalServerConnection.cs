using System.Globalization;
using System.Text;
using ConnectionGen.Cli;
using ConnectionGen.Cli.Transports;

namespace ConnectionGen.RealDevices.Tests;

/// <summary>Logs in to a host by SSH and is joined to a console there: the device's own login follows.</summary>
/// <param name="context">The connection's surroundings.</param>
/// <param name="consolePort">The console's TCP port on that host.</param>
[ConnectionClass]
public partial class TerminalServerConnection(ConnectionContext context, int consolePort) : CliConnection(context)
{
    /// <inheritdoc/>
    protected override async Task<ITransport> OpenTransportAsync(CancellationToken cancellationToken)
    {
        var transport = await base.OpenTransportAsync(cancellationToken).ConfigureAwait(false);
        var join = string.Create(CultureInfo.InvariantCulture, $"stty raw -echo; exec 3<>/dev/tcp/127.0.0.1/{consolePort}; cat <&3 & exec cat >&3\r");
        await transport.WriteAsync(Encoding.ASCII.GetBytes(join), cancellationToken).ConfigureAwait(false);
        return transport;
    }
}
