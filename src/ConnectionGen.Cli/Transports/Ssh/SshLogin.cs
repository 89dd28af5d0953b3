using System.Net.Sockets;
using Renci.SshNet;
using Renci.SshNet.Common;
using Renci.SshNet.Messages.Transport;

namespace ConnectionGen.Cli.Transports;

/// <summary>Connects the SSH library's client: checks the host key, logs in, opens what the session is for.</summary>
internal static class SshLogin
{
    /// <summary>Opens a session, and something on it.</summary>
    /// <param name="settings">Where and as whom.</param>
    /// <param name="open">Opens what the session is for; runs in a thread of its own.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The client, what was opened, and the names of algorithms that the library does not have.</returns>
    public static async Task<(SshClient Client, T Opened, IReadOnlyCollection<string> UnknownAlgorithms)> OpenAsync<T>(
        SshSettings settings, Func<SshClient, SshSettings, T> open, CancellationToken cancellationToken)
    {
        var file = settings.Options.KnownHostsFile ?? settings.KnownHostsFile;
        var known = file is null ? KnownHosts.Read(KnownHosts.DefaultFile, "/etc/ssh/ssh_known_hosts") : KnownHosts.Read(file);
        var check = new HostKeyCheck(settings.Options.HostKeys ?? settings.HostKeys, known, KnownHostLine.HostName(settings.TargetHost, settings.TargetPort));
        var unknown = new List<string>();
        var client = SshClientFactory.Make(settings, check, unknown);
        // the library blocks while it exchanges keys and logs in: a thread of its own, so that many at once do not wait for the pool to grow
        var opening = Task.Factory.StartNew(
            () =>
            {
                client.Connect();
                return open(client, settings);
            },
            cancellationToken,
            TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
            TaskScheduler.Default);
        try
        {
            return (client, await opening.WaitAsync(cancellationToken).ConfigureAwait(false), unknown);
        }
        catch (Exception e)
        {
            var ending = EndAsync(opening, client);
            if (opening.IsCompleted)
                await ending.ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            throw Translate(e, settings, check) ?? e;
        }
    }

    // The client knows its session only once that is connected: disposed of before, it would leave the session open.
    private static async Task EndAsync(Task opening, SshClient client)
    {
        if (!client.IsConnected)
            await opening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.Run(client.Dispose).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await opening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static Exception? Translate(Exception e, SshSettings settings, HostKeyCheck check)
    {
        var target = $"{settings.TargetHost}:{settings.TargetPort} by ssh";
        return e switch
        {
            _ when check.Refusal is { } refusal => refusal,
            SocketException socket => ConnectFailedException.From(socket, target),
            SshAuthenticationException => new AuthenticationFailedException(
                $"{target} refused the login of '{settings.TargetUser}' with the credential '{settings.CredentialName}': {e.Message}", e),
            SshOperationTimeoutException => new ConnectFailedException($"Cannot connect to {target}: no answer within {settings.Limit.TotalSeconds:0.###} s.", ConnectFailure.TimedOut, e),
            SshConnectionException { DisconnectReason: DisconnectReason.KeyExchangeFailed } => new ConnectFailedException(
                $"Cannot connect to {target}: no algorithm in common ({e.Message}). Old devices need some to be added in ssh_options, as in \"-o KexAlgorithms=+diffie-hellman-group14-sha1 -o HostKeyAlgorithms=+ssh-rsa\".", ConnectFailure.NoCommonAlgorithm, e),
            SshConnectionException or ProxyException => new ConnectFailedException($"Cannot connect to {target}: {e.Message}", ConnectFailure.Closed, e),
            SshException => new ConnectFailedException($"Cannot open a session on {target}: {e.Message}", ConnectFailure.Other, e),
            _ => null,
        };
    }
}
