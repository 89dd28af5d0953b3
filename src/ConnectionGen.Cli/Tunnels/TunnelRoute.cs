using System.Net;
using ConnectionGen.Cli.JumpHosts;

namespace ConnectionGen.Cli.Tunnels;

/// <summary>The SSH tunnel that a path goes through (<c>sshtunnel</c>): the bastion, where the tunnel begins here, how many may go through at a time.</summary>
/// <param name="Bastion">The name of the server or device that leads on.</param>
/// <param name="Address">The address that the tunnel begins at here.</param>
/// <param name="Port">The port there; 0 for a free one.</param>
/// <param name="Limit">How many connections may go through the bastion at a time.</param>
internal sealed record TunnelRoute(string Bastion, IPAddress Address, int Port, int Limit)
{
    private const int UsualLimit = 100;

    /// <summary>Reads the tunnel of a path; null where it has none.</summary>
    public static TunnelRoute? Of(PathDescription path)
    {
        var tunnel = path.Value("sshtunnel");
        if (!tunnel.Exists)
            return null;
        var limit = tunnel["limit"].ToInt32() ?? UsualLimit;
        return new TunnelRoute(
            tunnel["host"].Text ?? throw new ConnectionGenException("The SSH tunnel has no jump host (keys: sshtunnel, host)."),
            tunnel["tunnel_ip"].ToIPAddress() ?? IPAddress.Loopback,
            tunnel["tunnel_port"].ToInt32() ?? 0,
            limit >= 1 ? limit : throw new ConnectionGenException($"An SSH tunnel takes at least one connection at a time, not {limit} (keys: sshtunnel, limit)."));
    }

    /// <summary>The way to the bastion, and the tunnel that this goes through itself, if it does.</summary>
    /// <exception cref="ConnectionGenException">There is no such server or device, or it has no address.</exception>
    public (BastionHost Host, TunnelRoute? Through) FindBastion(TestbedDescription testbed)
    {
        if (testbed.Servers.TryGetValue(Bastion, out var server))
            return (BastionHost.Of(server), null);
        if (ProxyRoute.FindDevice(Bastion, testbed) is not { } device)
            throw new ConnectionGenException($"The SSH tunnel goes through '{Bastion}' (keys: sshtunnel, host), and there is no such server or device.");
        var path = ProxyRoute.PathTo(device);
        return (BastionHost.Of(device.Name, path), Of(path));
    }
}
