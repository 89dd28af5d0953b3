using System.Net;
using ConnectionGen.Cli.JumpHosts;
using ConnectionGen.Cli.Transports;
using ConnectionGen.Cli.Tunnels;

namespace ConnectionGen.Cli.Services;

/// <summary>Opens the transport that a path describes.</summary>
internal static class PathTransport
{
    public static Task<ITransport> OpenAsync(PathDescription path, TransportWishes wishes, CancellationToken cancellationToken)
    {
        var hops = ProxyRoute.Of(path, wishes.Device, wishes.Testbed);
        return hops.Count > 0
            ? HopLogin.OpenAsync(hops, path, wishes, cancellationToken)
            : OpenDirectAsync(path, wishes, cancellationToken);
    }

    /// <summary>Opens it without the devices that the path may go through.</summary>
    public static async Task<ITransport> OpenDirectAsync(PathDescription path, TransportWishes wishes, CancellationToken cancellationToken)
    {
        if (path.Command is { Length: > 0 } command)
            return Start(command, wishes);
        var host = path.Host ?? throw new ConnectionGenException("The path has no address (keys: ip, host, command).");
        var isTelnet = path.Protocol?.ToLowerInvariant() switch
        {
            "telnet" => true,
            "ssh" or null => false,
            var other => throw new ConnectionGenException($"The protocol '{other}' is not one that {nameof(CliConnection)} speaks. It speaks: ssh, telnet."),
        };
        return TunnelRoute.Of(path) is { } route
            ? await OpenThroughAsync(route, path, host, isTelnet, wishes, cancellationToken).ConfigureAwait(false)
            : await OpenAsync(path, host, isTelnet, through: null, wishes, cancellationToken).ConfigureAwait(false);
    }

    private static ProcessTransport Start(string command, TransportWishes wishes)
    {
        if (ProcessTransport.ProblemOf(command) is { } problem)
            throw new ConnectionGenException($"{problem} (key: command)");
        return ProcessTransport.Start(command, new ProcessSettings { Columns = wishes.Columns, Rows = wishes.Rows, TimeProvider = wishes.Time });
    }

    private static async Task<ITransport> OpenThroughAsync(TunnelRoute route, PathDescription path, string host, bool isTelnet, TransportWishes wishes, CancellationToken cancellationToken)
    {
        var port = isTelnet ? path.Port ?? 23 : SshOptions.Parse(path.SshOptions).Port ?? path.Port ?? 22;
        var tunnel = await OpenTunnelAsync(route, host, port, wishes, cancellationToken).ConfigureAwait(false);
        try
        {
            var transport = await OpenAsync(path, host, isTelnet, tunnel.EndPoint, wishes, cancellationToken).ConfigureAwait(false);
            return new TunnelledTransport(transport, tunnel);
        }
        catch (Exception e)
        {
            var failure = tunnel.Failure;
            await tunnel.DisposeAsync().ConfigureAwait(false);
            if (e is ConnectFailedException { Failure: ConnectFailure.Closed or ConnectFailure.Refused })
                throw new JumpHostException(failure ?? $"The jump host '{route.Bastion}' opened no way to {host}:{port}: it cannot reach it, or does not forward.", route.Bastion, e);
            throw;
        }
    }

    private static async Task<Tunnel> OpenTunnelAsync(TunnelRoute route, string host, int port, TransportWishes wishes, CancellationToken cancellationToken)
    {
        Log.Tunnel(wishes.Logger, wishes.Where, route.Bastion);
        try
        {
            return await wishes.Bastions().OpenAsync(route, host, port, wishes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is ConnectFailedException)
        {
            throw new JumpHostException($"The jump host '{route.Bastion}': {e.Message}", route.Bastion, e);
        }
    }

    private static Task<ITransport> OpenAsync(PathDescription path, string host, bool isTelnet, IPEndPoint? through, TransportWishes wishes, CancellationToken cancellationToken) => isTelnet
        ? OpenTelnetAsync(through?.Address.ToString() ?? host, through?.Port ?? path.Port ?? 23, wishes, cancellationToken)
        : OpenSshAsync(path, host, through, wishes, cancellationToken);

    private static async Task<ITransport> OpenTelnetAsync(string host, int port, TransportWishes wishes, CancellationToken cancellationToken) =>
        await TelnetTransport.ConnectAsync(host, port, new TelnetSettings { Columns = wishes.Columns, Rows = wishes.Rows }, cancellationToken).ConfigureAwait(false);

    // Each refusal takes a session of its own: a server closes after few, and counts them by session.
    private static async Task<ITransport> OpenSshAsync(PathDescription path, string host, IPEndPoint? through, TransportWishes wishes, CancellationToken cancellationToken)
    {
        var options = SshOptions.Parse(path.SshOptions);
        foreach (var option in options.NotUnderstood)
            Log.OptionIgnored(wishes.Logger, wishes.Where, option);
        while (true)
        {
            var credential = wishes.Login.Next();
            try
            {
                var transport = await SshTransport.ConnectAsync(SshSettingsOf(path, host, through, options, credential, wishes), cancellationToken).ConfigureAwait(false);
                foreach (var algorithm in transport.UnknownAlgorithms)
                    Log.AlgorithmUnknown(wishes.Logger, wishes.Where, algorithm);
                return transport;
            }
            catch (AuthenticationFailedException e) when (wishes.Login.HasFallbacks)
            {
                if (!wishes.Login.TryFallBack())
                    throw wishes.Login.Refused($"{e.Message} These credentials were tried: {wishes.Login.TriedText}.", e);
                Log.FallingBack(wishes.Logger, wishes.Where, credential?.Name ?? CredentialSet.DefaultName, wishes.Login.Coming!.Name);
            }
        }
    }

    private static SshSettings SshSettingsOf(PathDescription path, string host, IPEndPoint? through, SshOptions options, LoginCredential? credential, TransportWishes wishes) => new()
    {
        Host = host,
        Port = path.Port ?? 22,
        Through = through,
        UserName = credential?.UserName(),
        Password = credential?.Password,
        Passphrase = credential?.Passphrase,
        CredentialName = credential?.Name ?? CredentialSet.DefaultName,
        Options = options,
        HostKeys = HostKeysOf(path, wishes.Options),
        KnownHostsFile = wishes.Options.KnownHostsFile,
        Limit = wishes.Limit,
        Columns = wishes.Columns,
        Rows = wishes.Rows,
    };

    /// <summary>How a path checks host keys: its own <c>host_key</c>, else what holds for the testbed.</summary>
    public static HostKeyPolicy HostKeysOf(PathDescription path, TestbedOptions options) => ReadHostKeys(path.HostKey) ?? options.HostKeys;

    /// <summary>The way to check host keys that a text names; null where there is no text.</summary>
    public static HostKeyPolicy? ReadHostKeys(string? text) => text?.ToLowerInvariant() switch
    {
        null or "" => null,
        "strict" => HostKeyPolicy.Strict,
        "accept-new" or "accept_new" => HostKeyPolicy.AcceptNew,
        "off" or "false" => HostKeyPolicy.Off,
        _ => throw new ConnectionGenException($"'{text}' is no way to check host keys (key: host_key). There are: strict, accept-new, off."),
    };
}
