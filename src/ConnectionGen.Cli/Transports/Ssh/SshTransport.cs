using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;
using Renci.SshNet;
using Renci.SshNet.Common;

namespace ConnectionGen.Cli.Transports;

/// <summary>An SSH session with a terminal.</summary>
public sealed class SshTransport : ITransport
{
    private readonly SshClient _client;
    private readonly ShellStream _shell;
    private readonly BlockingSender _sender;
    private readonly Pipe _received = new(new PipeOptions(pauseWriterThreshold: 0, resumeWriterThreshold: 0, minimumSegmentSize: 16 * 1024, useSynchronizationContext: false));
    private readonly Lock _receiving = new();
    private volatile bool _isOpen = true;
    private bool _isCompleted;

    private SshTransport(SshClient client, ShellStream shell, string description, IReadOnlyCollection<string> unknownAlgorithms)
    {
        _client = client;
        _shell = shell;
        _sender = new(Send);
        Description = description;
        UnknownAlgorithms = unknownAlgorithms;
        shell.DataReceived += (_, _) => TakeReceived();
        shell.Closed += (_, _) => CompleteReceived();
        client.ErrorOccurred += (_, _) => CompleteReceived();
        // what came before the events were listened to
        TakeReceived();
    }

    /// <inheritdoc/>
    public string Description { get; }

    /// <inheritdoc/>
    public bool IsOpen => _isOpen && _client.IsConnected;

    /// <inheritdoc/>
    public bool CanTryRead => true;

    /// <summary>Names of algorithms in the options that this library does not have.</summary>
    public IReadOnlyCollection<string> UnknownAlgorithms { get; }

    /// <summary>The algorithms agreed on, for logs.</summary>
    public string Algorithms =>
        $"{_client.ConnectionInfo.CurrentKeyExchangeAlgorithm}, {_client.ConnectionInfo.CurrentHostKeyAlgorithm}, {_client.ConnectionInfo.CurrentServerEncryption}";

    /// <summary>Opens a session: connects, checks the host key, logs in, asks for a terminal and a shell.</summary>
    /// <param name="settings">Where and as whom.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="ConnectFailedException">The server cannot be reached, or no algorithm is shared.</exception>
    /// <exception cref="HostKeyRefusedException">The server's key is not known or not the one known.</exception>
    /// <exception cref="AuthenticationFailedException">The server refused the login, or a key file cannot be read.</exception>
    public static async Task<SshTransport> ConnectAsync(SshSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var (client, shell, unknown) = await SshLogin.OpenAsync(settings, OpenShell, cancellationToken).ConfigureAwait(false);
        return new SshTransport(client, shell, $"{settings.TargetHost}:{settings.TargetPort} by ssh", unknown);
    }

    /// <inheritdoc/>
    public int TryRead(Span<byte> buffer)
    {
        if (!_received.Reader.TryRead(out var result))
            return 0;
        return Take(result, buffer) is var count && count > 0 ? count : result.IsCompleted ? -1 : 0;
    }

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var result = await _received.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            var count = Take(result, buffer.Span);
            if (count > 0 || result.IsCompleted)
                return count;
        }
    }

    /// <inheritdoc/>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default)
    {
        if (!IsOpen)
            throw new IOException($"The link to {Description} is closed.");
        try
        {
            await _sender.SendAsync(bytes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is SshException or ObjectDisposedException or SocketException)
        {
            _isOpen = false;
            throw new IOException($"The link to {Description} is closed.", e);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _isOpen = false;
        // closing waits for the server's answer, in a thread
        await Task.Run(() =>
        {
            _shell.Dispose();
            _client.Dispose();
        }).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        CompleteReceived();
    }

    private static ShellStream OpenShell(SshClient client, SshSettings settings) =>
        client.CreateShellStream(settings.TerminalType, (uint)settings.Columns, (uint)settings.Rows, 0, 0, 64 * 1024);

    private void Send(ReadOnlyMemory<byte> bytes)
    {
        _shell.Write(bytes.Span);
        _shell.Flush();
    }

    private int Take(ReadResult result, Span<byte> buffer)
    {
        var count = (int)Math.Min(buffer.Length, result.Buffer.Length);
        var taken = result.Buffer.Slice(0, count);
        taken.CopyTo(buffer);
        _received.Reader.AdvanceTo(taken.End);
        if (count == 0 && result.IsCompleted)
            _isOpen = false;
        return count;
    }

    // Runs in the session's own thread, and once at the beginning.
    private void TakeReceived()
    {
        lock (_receiving)
        {
            if (_isCompleted)
                return;
            var any = false;
            while (_shell.DataAvailable)
            {
                var count = _shell.Read(_received.Writer.GetSpan(4096));
                if (count <= 0)
                    break;
                _received.Writer.Advance(count);
                any = true;
            }

            if (any)
                _sender.Answered();
#pragma warning disable CA2012 // it is complete when it returns: the pipe has no limit
            if (any)
                _ = _received.Writer.FlushAsync(CancellationToken.None);
#pragma warning restore CA2012
        }
    }

    private void CompleteReceived()
    {
        TakeReceived();
        lock (_receiving)
        {
            if (_isCompleted)
                return;
            _isCompleted = true;
            _received.Writer.Complete();
        }
    }
}
