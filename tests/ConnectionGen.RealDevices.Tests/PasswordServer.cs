using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace ConnectionGen.RealDevices.Tests;

/// <summary>An OpenSSH server that takes a password in both ways that there are, and says which were refused.</summary>
internal sealed partial class PasswordServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly Process _server;

    private PasswordServer(DirectoryInfo folder, int port, Process server) => (_folder, Port, _server) = (folder, port, server);

    public int Port { get; }

    private string Log => Path.Combine(_folder.FullName, "log");

    public static async Task<PasswordServer> StartAsync(string user, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("connectiongen-passwords-");
        using (var making = Process.Start("/usr/bin/ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", Path.Combine(folder.FullName, "host")]))
            await making.WaitForExitAsync(cancellationToken);
        var port = FreePort();
        var configuration = Path.Combine(folder.FullName, "sshd.conf");
        await File.WriteAllTextAsync(
            configuration,
            $"""
            ListenAddress 127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}
            HostKey {folder.FullName}/host
            PidFile none
            AllowUsers {user}
            UsePAM yes
            PasswordAuthentication yes
            KbdInteractiveAuthentication yes
            LogLevel VERBOSE

            """,
            cancellationToken);
        var server = new PasswordServer(folder, port, Process.Start("/usr/sbin/sshd", ["-D", "-f", configuration, "-E", Path.Combine(folder.FullName, "log")]));
        await server.WaitForAsync("Server listening", cancellationToken);
        return server;
    }

    /// <summary>What was refused in the session that has ended, in order.</summary>
    public async Task<IReadOnlyList<string>> RefusalsAsync(CancellationToken cancellationToken)
    {
        var log = await WaitForAsync("[preauth]", cancellationToken);
        return [.. Refusal().Matches(log).Select(static match => match.Value)];
    }

    public async ValueTask DisposeAsync()
    {
        _server.Kill(entireProcessTree: true);
        await _server.WaitForExitAsync();
        _server.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<string> WaitForAsync(string text, CancellationToken cancellationToken)
    {
        var log = "";
        for (var attempt = 0; attempt < 500 && !log.Contains(text, StringComparison.Ordinal); attempt++)
        {
            await Task.Delay(20, cancellationToken);
            log = File.Exists(Log) ? await File.ReadAllTextAsync(Log, cancellationToken) : "";
        }

        Assert.Contains(text, log, StringComparison.Ordinal);
        return log;
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    [GeneratedRegex(@"Failed (?:password|keyboard\S*) for \w+", RegexOptions.CultureInvariant)]
    private static partial Regex Refusal();
}
