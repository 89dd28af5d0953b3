using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.JumpHosts;
using ConnectionGen.Cli.Platforms;
using ConnectionGen.Cli.Recovery;
using ConnectionGen.Cli.Services;
using ConnectionGen.Cli.Transports;
using ConnectionGen.Cli.Tunnels;

namespace ConnectionGen.Cli;

/// <content>Opening the link, and seeing its end.</content>
public partial class CliConnection
{
    private TransportWishes Wishes() => new(Where, Context.TestbedDescription, Context.Options, Context.DeviceDescription, _login)
    {
        Limit = OpenLimit,
        Nudge = s_nudge,
        Columns = termWidth,
        Rows = termHeight,
        Logger = Context.Logger,
        Bastions = () => Context.Shared(static () => new Bastions()),
    };

    // A device that closes the link after a refusal is connected to anew for the next credential.
    private async Task<CommandLine> LogInAsync(Platform platform, Deadline deadline)
    {
        LoginDialog? login = null;
        while (true)
        {
            var record = BeginRecord();
            var transport = await ConnectTransportAsync(record, deadline).ConfigureAwait(false);
            if (transport is SshTransport && _login.Last is null)
                _login.Next(); // a class of one's own has used the first
            login ??= new LoginDialog(_login, platform, PathTransport.HostKeysOf(Context.Path, Context.Options));
            var terminal = new Terminal(transport, new TerminalSettings { Columns = termWidth, TimeProvider = Context.TimeProvider, Name = () => Where, Pagers = platform.Pagers, Enter = transport.Enter, Record = record });
            try
            {
                var device = Context.DeviceDescription;
                var line = new CommandLine(terminal, platform, () => PathCredentials.ForEnable(Context.Path), PathCredentials.ForSudo(Context.Path), device.Name, device.DeviceAlias);
                await line.FindPromptAsync(login.Dialog, s_nudge, deadline).ConfigureAwait(false);
                return line;
            }
            catch (Exception e)
            {
                await terminal.DisposeAsync().ConfigureAwait(false);
                if (e is LinkClosedException && _login.IsFallingBack)
                    continue;
                if (e is LinkClosedException && transport is HopTransport { HasReturned: true } hop)
                    throw new JumpHostException(e.Message, hop.JumpHost, e);
                throw;
            }
        }
    }

    private async Task<ITransport> ConnectTransportAsync(Deadline deadline)
    {
        try
        {
            return await OpenTransportAsync(deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (deadline.EndedWait)
        {
            throw new ConnectFailedException($"{Where}: no answer from {Context.Path.Host}:{Context.Path.Port} within {FailureText.Seconds(deadline.Limit)}.", ConnectFailure.TimedOut);
        }
        catch (ConnectFailedException e)
        {
            throw new ConnectFailedException($"{Where}: {e.Message}", e.Failure, e);
        }
        catch (JumpHostException e) when (!e.Message.StartsWith(Where, StringComparison.Ordinal))
        {
            throw new JumpHostException($"{Where}: {e.Message}", e.JumpHost, e);
        }
        catch (CredentialsExhaustedException e) when (!e.Message.StartsWith(Where, StringComparison.Ordinal))
        {
            throw new CredentialsExhaustedException($"{Where}: {e.Message}", e.Credentials, e);
        }
        catch (AuthenticationFailedException e) when (!e.Message.StartsWith(Where, StringComparison.Ordinal))
        {
            throw new AuthenticationFailedException($"{Where}: {e.Message}", e);
        }
        catch (ProxyLoopException e)
        {
            throw new ProxyLoopException($"{Where}: {e.Message}");
        }
        catch (HostKeyRefusedException e)
        {
            throw e.On(Where);
        }
        catch (ConnectionGenException e)
        {
            throw new ConnectionGenException($"{Where}: {e.Message}", e);
        }
    }

    private async Task WatchLinkAsync(Func<Task> call) => await WatchLinkAsync(async () =>
    {
        await call().ConfigureAwait(false);
        return true;
    }).ConfigureAwait(false);

    // A link that has ended, by itself or because a text was given up while it was sent, makes the connection a closed one, which can be opened again.
    private async Task<T> WatchLinkAsync<T>(Func<Task<T>> call)
    {
        try
        {
            var result = await call().ConfigureAwait(false);
            if (_commandLine is { Terminal.HasEnded: true } ended)
                await DropAsync(ended).ConfigureAwait(false);
            return result;
        }
        catch (Exception) when (_commandLine is { Terminal.IsOpen: false })
        {
            if (_commandLine is { } line)
                await DropAsync(line).ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    protected override async Task WatchPeerAsync(CancellationToken cancellationToken)
    {
        while (_commandLine is { Terminal.IsOpen: true })
            await Task.Delay(s_look, Context.TimeProvider, cancellationToken).ConfigureAwait(false);
        if (_commandLine is { } line)
            await DropAsync(line).ConfigureAwait(false);
    }

    // Beside the call that has found out: it holds the connection until it ends.
    private void BeginReconnecting(ReconnectPolicy policy)
    {
        var unwanted = Unwanted;
        using (ExecutionContext.SuppressFlow())
            _ = Task.Run(() => Reconnection.RunAsync(policy, ConnectAsync, Where, Context.TimeProvider, Context.Logger, unwanted), CancellationToken.None);
    }

    private async Task DropAsync(CommandLine line)
    {
        var isMine = Interlocked.CompareExchange(ref _commandLine, null, line) == line;
        if (_commandLine is null)
            ReportClosed();
        // alone in its condition, so that the trimmer decides it also in code that was compiled for debugging
        if (Reconnection.IsSupported)
        {
            if (isMine && reconnect is { } policy)
                BeginReconnecting(policy);
        }

        await line.Terminal.DisposeAsync().ConfigureAwait(false);
    }
}
