using System.Collections.Concurrent;
using ConnectionGen.Cli.Services;
using ConnectionGen.Cli.Transports;

namespace ConnectionGen.Cli.Tunnels;

/// <summary>The SSH servers that the connections of a testbed go through: one session each, however many go through it, closed with the last of them.</summary>
internal sealed class Bastions : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Bastion> _all = new(StringComparer.Ordinal);

    /// <summary>Opens a tunnel to a target, over other tunnels where the bastion is reached by one.</summary>
    /// <param name="route">The tunnel.</param>
    /// <param name="target">Name or address behind the bastion.</param>
    /// <param name="port">The TCP port there.</param>
    /// <param name="wishes">What the connection wants.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="ProxyLoopException">A bastion is reached through itself.</exception>
    public Task<Tunnel> OpenAsync(TunnelRoute route, string target, int port, TransportWishes wishes, CancellationToken cancellationToken) =>
        OpenAsync(route, target, port, wishes, [], cancellationToken);

    public async ValueTask DisposeAsync()
    {
        foreach (var bastion in _all.Values)
            await bastion.DisposeAsync().ConfigureAwait(false);
    }

    private Task<Tunnel> OpenAsync(TunnelRoute route, string target, int port, TransportWishes wishes, string[] before, CancellationToken cancellationToken)
    {
        if (before.Contains(route.Bastion, StringComparer.Ordinal))
            throw new ProxyLoopException($"The path goes round in a circle: {string.Join(" -> ", before)} -> {route.Bastion} (key: sshtunnel).");
        var (host, through) = route.FindBastion(wishes.Testbed);
        var bastion = _all.GetOrAdd(host.Name, static (_, made) => new Bastion(made.Settings, made.OpenThrough, made.Limit), (
            Settings: SettingsOf(host, wishes),
            OpenThrough: through is null ? (Func<CancellationToken, Task<Tunnel>>?)null : token => OpenAsync(through, host.Address, host.Port, wishes, [.. before, route.Bastion], token),
            route.Limit));
        if (through is not null)
            ThrowIfLoop(through, wishes.Testbed, [.. before, route.Bastion]);
        return bastion.OpenAsync(route, target, port, wishes.Time, wishes.Limit, cancellationToken);
    }

    private static void ThrowIfLoop(TunnelRoute through, TestbedDescription testbed, List<string> before)
    {
        for (TunnelRoute? next = through; next is not null; next = next.FindBastion(testbed).Through)
        {
            if (before.Contains(next.Bastion, StringComparer.Ordinal))
                throw new ProxyLoopException($"The path goes round in a circle: {string.Join(" -> ", before)} -> {next.Bastion} (key: sshtunnel).");
            before.Add(next.Bastion);
        }
    }

    private static SshSettings SettingsOf(BastionHost host, TransportWishes wishes) => new()
    {
        Host = host.Address,
        Port = host.Port,
        UserName = host.Credential?.Username,
        Password = () => host.Credential?.Password?.Reveal(),
        Passphrase = () => host.Credential?["passphrase"]?.Reveal(),
        CredentialName = host.Credential?.Name ?? CredentialSet.DefaultName,
        Options = SshOptions.Parse(host.SshOptions),
        HostKeys = PathTransport.ReadHostKeys(host.HostKey) ?? wishes.Options.HostKeys,
        KnownHostsFile = wishes.Options.KnownHostsFile,
        Limit = wishes.Limit,
    };
}
