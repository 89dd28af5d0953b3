using ConnectionGen.Cli.Transports;
using Microsoft.Extensions.Logging;

namespace ConnectionGen.Cli.Services;

/// <summary>Opens the transport that a path describes.</summary>
internal static partial class PathTransport
{
    public static async Task<ITransport> OpenAsync(PathDescription path, TestbedOptions options, TransportWishes wishes, CancellationToken cancellationToken)
    {
        if (path.Command is { Length: > 0 } command)
            return Start(command, wishes);
        if (path.Proxy is { } proxy)
            throw new ConnectionGenException($"The path goes through '{proxy}' (key: proxy), which {nameof(CliConnection)} cannot do yet.");
        var host = path.Host ?? throw new ConnectionGenException("The path has no address (keys: ip, host, command).");
        switch (path.Protocol?.ToLowerInvariant())
        {
            case "telnet":
                return await TelnetTransport.ConnectAsync(host, path.Port ?? 23, new TelnetSettings { Columns = wishes.Columns, Rows = wishes.Rows }, cancellationToken).ConfigureAwait(false);
            case "ssh" or null:
                return await OpenSshAsync(path, host, options, wishes, cancellationToken).ConfigureAwait(false);
            case var other:
                throw new ConnectionGenException($"The protocol '{other}' is not one that {nameof(CliConnection)} speaks. It speaks: ssh, telnet.");
        }
    }

    private static ProcessTransport Start(string command, TransportWishes wishes)
    {
        if (ProcessTransport.ProblemOf(command) is { } problem)
            throw new ConnectionGenException($"{problem} (key: command)");
        return ProcessTransport.Start(command, new ProcessSettings { Columns = wishes.Columns, Rows = wishes.Rows, TimeProvider = wishes.Time });
    }

    private static async Task<ITransport> OpenSshAsync(PathDescription path, string host, TestbedOptions options, TransportWishes wishes, CancellationToken cancellationToken)
    {
        var sshOptions = SshOptions.Parse(path.SshOptions);
        foreach (var option in sshOptions.NotUnderstood)
            LogOptionIgnored(wishes.Logger, wishes.Where, option);
        var credential = wishes.Credentials.Count > 0 ? wishes.Credentials[0] : null;
        var transport = await SshTransport.ConnectAsync(new SshSettings
        {
            Host = host,
            Port = path.Port ?? 22,
            UserName = credential?.UserName(),
            Password = credential?.Password,
            Passphrase = credential?.Passphrase,
            CredentialName = credential?.Name ?? CredentialSet.DefaultName,
            Options = sshOptions,
            HostKeys = HostKeysOf(path, options),
            KnownHostsFile = options.KnownHostsFile,
            Limit = wishes.Limit,
            Columns = wishes.Columns,
            Rows = wishes.Rows,
        }, cancellationToken).ConfigureAwait(false);
        foreach (var algorithm in transport.UnknownAlgorithms)
            LogAlgorithmUnknown(wishes.Logger, wishes.Where, algorithm);
        return transport;
    }

    /// <summary>How a path checks host keys: its own <c>host_key</c>, else what holds for the testbed.</summary>
    public static HostKeyPolicy HostKeysOf(PathDescription path, TestbedOptions options) => ReadHostKeys(path.HostKey) ?? options.HostKeys;

    private static HostKeyPolicy? ReadHostKeys(string? text) => text?.ToLowerInvariant() switch
    {
        null or "" => null,
        "strict" => HostKeyPolicy.Strict,
        "accept-new" or "accept_new" => HostKeyPolicy.AcceptNew,
        "off" or "false" => HostKeyPolicy.Off,
        _ => throw new ConnectionGenException($"'{text}' is no way to check host keys (key: host_key). There are: strict, accept-new, off."),
    };

    [LoggerMessage(20, LogLevel.Warning, "{Where}: '{Option}' in ssh_options is not understood and was ignored")]
    private static partial void LogOptionIgnored(ILogger logger, string where, string option);

    [LoggerMessage(21, LogLevel.Warning, "{Where}: ssh_options asks for '{Algorithm}', which is not available")]
    private static partial void LogAlgorithmUnknown(ILogger logger, string where, string algorithm);
}

/// <summary>What a transport needs beside the path.</summary>
internal sealed record TransportWishes(string Where, IReadOnlyList<LoginCredential> Credentials, TimeSpan Limit, int Columns, int Rows, TimeProvider Time, ILogger Logger);
