using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Restarts;
using ConnectionGen.Cli.Services;

namespace ConnectionGen.Cli;

/// <content>Commands after which the device, or the half of it that is spoken to, begins anew.</content>
public partial class CliConnection
{
    private async Task<ReloadResult> RestartAsync(RestartKind kind, string command, ReloadOptions options, TimeSpan limit, CancellationToken cancellationToken)
    {
        var line = Line;
        line.RecoversPrompt = false; // what is typed during a start does more than bring a prompt back
        var start = Context.TimeProvider.GetTimestamp();
        using var deadline = new Deadline(Context.TimeProvider, limit, cancellationToken);
        var restart = new Restart(line, Where, kind, options, LoginAgain(line, options.Credential));
        try
        {
            var isBack = await restart.RunAsync(command, deadline).ConfigureAwait(false);
            var attempts = isBack ? 0 : await ReconnectAsync(line, restart, options, deadline).ConfigureAwait(false);
            if (isBack)
                await PrepareAsync(line, deadline).ConfigureAwait(false);
            return new ReloadResult(restart.Output, Context.TimeProvider.GetElapsedTime(start), !isBack, attempts);
        }
        catch (ExpectTimeoutException e)
        {
            await GiveUpAsync(line).ConfigureAwait(false);
            throw restart.NotBack(limit, e);
        }
        catch (Exception e) when (e is not ReloadFailedException { IsRefused: true })
        {
            // in the middle of a start nothing that is typed has a known meaning
            await GiveUpAsync(line).ConfigureAwait(false);
            throw;
        }
    }

    // A terminal server on the way is not asked again: it is the last login that the device repeats.
    private (Dialog Questions, Func<string?> Password) LoginAgain(CommandLine line, string? name)
    {
        var path = Context.Path;
        if (name is not null && !path.Credentials.ContainsKey(name))
            throw new ArgumentException($"{Where}: the credential '{name}' is not there. There are: {string.Join(", ", path.Credentials.Keys)}.", nameof(name));
        var plan = PathCredentials.ForLastLogin(path, Where, name, loginAttempts);
        var login = new LoginDialog(plan, line.Platform, PathTransport.HostKeysOf(path, Context.Options));
        return (login.Dialog, () => (plan.Last ?? plan.Coming)?.Password());
    }

    // By the connection's own way of opening, until the device lets it.
    private async Task<int> ReconnectAsync(CommandLine gone, Restart restart, ReloadOptions options, Deadline deadline)
    {
        _commandLine = null;
        await gone.Terminal.DisposeAsync().ConfigureAwait(false);
        var pause = options.BeforeReconnect;
        Exception? last = null;
        for (var attempt = 1; attempt <= (options.Attempts ?? int.MaxValue); attempt++)
        {
            if (!await deadline.PauseAsync(pause).ConfigureAwait(false))
                throw restart.NotBack(deadline.Limit, last);
            try
            {
                if (!base.IsConnected)
                    throw new NotConnectedException($"{Where} was disconnected while it waited for the device to come back.");
                await OpenAsync(deadline.Token).ConfigureAwait(false);
                return attempt;
            }
            catch (OperationCanceledException) when (deadline.EndedWait)
            {
                throw restart.NotBack(deadline.Limit, last);
            }
            catch (Exception e) when (e is ConnectFailedException or LinkClosedException or TimeoutException)
            {
                // it is still on its way
                last = e;
            }

            pause = options.BetweenAttempts;
        }

        throw restart.NotBack(options.Attempts!.Value, last);
    }

    private async Task GiveUpAsync(CommandLine line)
    {
        if (_commandLine is { } other && other != line)
        {
            _commandLine = null;
            await other.Terminal.DisposeAsync().ConfigureAwait(false);
        }

        await DropAsync(line).ConfigureAwait(false);
    }
}
