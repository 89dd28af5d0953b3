using System.Net;
using Renci.SshNet;
using Renci.SshNet.Common;

namespace ConnectionGen.Cli.Tunnels;

/// <summary>A port here that leads to a host behind a bastion, and how many use it. Its bastion guards it.</summary>
internal sealed class Forward : IDisposable
{
    private readonly ForwardedPortLocal _port;
    private readonly SshClient _client;
    private readonly Lock _ports;
    private int _users;
    private volatile string? _failure;
    private volatile bool _isBroken;

    private Forward(SshClient client, Lock ports, ForwardedPortLocal port, string bastion, (string Host, int Port) target)
    {
        _client = client;
        _ports = ports;
        _port = port;
        Bastion = bastion;
        Target = target;
        EndPoint = new IPEndPoint(IPAddress.Parse(port.BoundHost), (int)port.BoundPort);
        port.Exception += (_, failed) => _failure = failed.Exception.Message;
        client.ErrorOccurred += Break;
    }

    public string Bastion { get; }

    public (string Host, int Port) Target { get; }

    /// <summary>Where the tunnel begins.</summary>
    public IPEndPoint EndPoint { get; }

    /// <summary>Why the bastion could not reach the target, or that its session has ended; null where neither is known.</summary>
    public string? Failure => _isBroken || !_client.IsConnected ? $"The session with the jump host '{Bastion}' has ended."
        : _failure is { } failure ? $"The jump host '{Bastion}' could not reach {Target.Host}:{Target.Port}: {failure}"
        : null;

    /// <param name="client">The session with the bastion.</param>
    /// <param name="ports">Guards the client's list of ports, which is not made for two at a time.</param>
    /// <param name="route">Where the tunnel begins.</param>
    /// <param name="host">The host behind the bastion.</param>
    /// <param name="port">Its port.</param>
    /// <exception cref="ConnectFailedException">The port here is taken.</exception>
    public static Forward Start(SshClient client, Lock ports, TunnelRoute route, string host, int port)
    {
        var forwarded = new ForwardedPortLocal(route.Address.ToString(), (uint)route.Port, host, (uint)port);
        try
        {
            lock (ports)
                client.AddForwardedPort(forwarded);
            forwarded.Start();
        }
        catch (Exception e) when (e is SshException or System.Net.Sockets.SocketException or InvalidOperationException)
        {
            forwarded.Dispose();
            throw new ConnectFailedException($"The tunnel through '{route.Bastion}' cannot begin at {route.Address}:{route.Port}: {e.Message}", ConnectFailure.Other, e);
        }

        return new Forward(client, ports, forwarded, route.Bastion, (host, port));
    }

    public void Enter() => _users++;

    /// <returns>True if nobody uses it any more.</returns>
    public bool Leave() => --_users == 0;

    public void Dispose()
    {
        _client.ErrorOccurred -= Break;
        _port.Dispose();
        lock (_ports)
        {
            if (_client.IsConnected)
                _client.RemoveForwardedPort(_port);
        }
    }

    private void Break(object? sender, ExceptionEventArgs error) => _isBroken = true;
}
