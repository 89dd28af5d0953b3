using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Services;
using ConnectionGen.Cli.Transports;

namespace ConnectionGen.Cli;

/// <content>Opening the link, and seeing its end.</content>
public partial class CliConnection
{
    private TransportWishes Wishes() =>
        new(Where, PathCredentials.ForLogin(Context.Path, Where), OpenLimit, termWidth, termHeight, Context.TimeProvider, Context.Logger);

    // SSH has used the first credential; a console behind a terminal server may ask for the next.
    private IReadOnlyList<LoginCredential> CredentialsLeft(ITransport transport)
    {
        var all = PathCredentials.ForLogin(Context.Path, Where);
        return transport is SshTransport && all.Count > 0 ? [.. all.Skip(1)] : all;
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
        catch (AuthenticationFailedException e) when (!e.Message.StartsWith(Where, StringComparison.Ordinal))
        {
            throw new AuthenticationFailedException($"{Where}: {e.Message}", e);
        }
        catch (HostKeyRefusedException e)
        {
            throw new HostKeyRefusedException($"{Where}: {e.Message}", e.Fingerprint, e.KnownHostsLine);
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

    private async Task DropAsync(CommandLine line)
    {
        _commandLine = null;
        ReportClosed();
        await line.Terminal.DisposeAsync().ConfigureAwait(false);
    }
}
