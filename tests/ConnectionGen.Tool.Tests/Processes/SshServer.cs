using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ConnectionGen.Tool.Tests;

/// <summary>
/// An OpenSSH server of its own: own configuration, host key and loopback port; whoever comes in with the one key gets the one command.
/// It runs as who runs the tests.
/// </summary>
internal sealed class SshServer : IAsyncDisposable
{
    private const string Program = "/usr/sbin/sshd";
    private readonly DirectoryInfo _folder;
    private readonly RunningProcess _server;
    private readonly int _port;

    private SshServer(DirectoryInfo folder, RunningProcess server, int port)
    {
        _folder = folder;
        _server = server;
        _port = port;
    }

    public static string? WhyNot => !File.Exists(Program) ? "there is no OpenSSH server on this machine (/usr/sbin/sshd)"
        : !File.Exists("/usr/bin/ssh") || !File.Exists("/usr/bin/ssh-keygen") ? "there is no OpenSSH client on this machine (/usr/bin/ssh)"
        : null;

    public static async Task<SshServer> StartAsync(string command)
    {
        var folder = Directory.CreateTempSubdirectory("connectiongen-sshd-");
        foreach (var key in (string[])["host", "client"])
            await RunAsync("/usr/bin/ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", Path.Combine(folder.FullName, key));

        // where the server drops its rights; systems without a service manager do not make it
        if (Environment.UserName == "root")
            Directory.CreateDirectory("/run/sshd");

        var port = FreePort();
        var configuration = Path.Combine(folder.FullName, "sshd.conf");
        await File.WriteAllTextAsync(configuration, $"""
            ListenAddress 127.0.0.1:{port}
            HostKey {folder.FullName}/host
            PidFile none
            AuthorizedKeysFile {folder.FullName}/client.pub
            StrictModes no
            UsePAM no
            PermitRootLogin yes
            PasswordAuthentication no
            KbdInteractiveAuthentication no
            PrintMotd no
            PrintLastLog no
            ForceCommand {command}

            """);
        var server = RunningProcess.Start(Program, "-D", "-e", "-f", configuration);
        var started = new SshServer(folder, server, port);
        await started.ListeningAsync();
        return started;
    }

    /// <summary>A client, with a terminal or without.</summary>
    public RunningProcess Connect(bool withTerminal) => RunningProcess.Start(
        "/usr/bin/ssh",
        withTerminal ? "-tt" : "-T",
        "-F", "none",
        "-p", $"{_port}",
        "-i", Path.Combine(_folder.FullName, "client"),
        "-o", "IdentitiesOnly=yes",
        "-o", "BatchMode=yes",
        "-o", "StrictHostKeyChecking=no",
        "-o", $"UserKnownHostsFile={_folder.FullName}/known_hosts",
        "-o", "LogLevel=ERROR",
        "-e", "none",
        $"{Environment.UserName}@127.0.0.1");

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private static async Task RunAsync(string program, params IEnumerable<string> arguments)
    {
        await using var running = RunningProcess.Start(program, arguments);
        Assert.Equal(0, (await running.EndAsync()).Code);
    }

    private async Task ListeningAsync()
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Loopback, _port, TestContext.Current.CancellationToken);
                return;
            }
            catch (SocketException) when (watch.Elapsed < TimeSpan.FromSeconds(20))
            {
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }
        }
    }
}
