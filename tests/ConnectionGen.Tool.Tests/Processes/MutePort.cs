using System.Net;
using System.Net.Sockets;

namespace ConnectionGen.Tool.Tests;

/// <summary>A port at which whoever comes is let in and told nothing.</summary>
internal sealed class MutePort : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public MutePort() => _listener.Start();

    public int Number => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose() => _listener.Dispose();
}
