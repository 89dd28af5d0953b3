using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Platforms;
using ConnectionGen.Cli.Services;
using ConnectionGen.Cli.Transports;

namespace ConnectionGen.Cli.JumpHosts;

/// <summary>Logs in to one device after the other, and types on each what opens the session on the next. Closing the last closes them all.</summary>
internal static class HopLogin
{
    /// <summary>Opens the way through the hops.</summary>
    /// <param name="hops">The devices on the way, at least one.</param>
    /// <param name="target">The way to the device behind them.</param>
    /// <param name="wishes">What the connection to that device wants.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="JumpHostException">A jump host closed the link or never gave a prompt.</exception>
    public static async Task<ITransport> OpenAsync(IReadOnlyList<Hop> hops, PathDescription target, TransportWishes wishes, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(wishes.Time, wishes.Limit, cancellationToken);
        var first = hops[0];
        var login = PathCredentials.ForLogin(first.Path, first.Device.Name);
        var transport = await PathTransport.OpenDirectAsync(first.Path, wishes with { Device = first.Device, Login = login }, cancellationToken).ConfigureAwait(false);
        for (var at = 0; at < hops.Count; at++)
        {
            if (at > 0)
                login = PathCredentials.ForLogin(hops[at].Path, hops[at].Device.Name);
            Log.Hop(wishes.Logger, wishes.Where, hops[at].Device.Name);
            var command = at == hops.Count - 1 ? LastCommand(hops[at], target, wishes.Login.Coming?.UserName()) : null;
            transport = await GoOnAsync(hops[at], command, transport, login, wishes, deadline).ConfigureAwait(false);
        }

        return transport;
    }

    private static string LastCommand(Hop hop, PathDescription target, string? user) =>
        hop.Commands is [.., var last] ? SessionCommand.WithUser(last, user) : SessionCommand.To(target, user);

    // Disposes of the transport where the hop cannot be passed.
    private static async Task<ITransport> GoOnAsync(Hop hop, string? command, ITransport transport, LoginPlan plan, TransportWishes wishes, Deadline deadline)
    {
        var platform = PlatformCatalog.Default.Choose(hop.Device.Os, hop.Device.Platform, hop.Device.Model, out _);
        var terminal = new Terminal(transport, new TerminalSettings
        {
            Columns = wishes.Columns,
            TimeProvider = wishes.Time,
            Name = () => $"{wishes.Where}, jump host '{hop.Device.Name}'",
            Pagers = platform.Pagers,
            Enter = transport.Enter,
        });
        try
        {
            var line = new CommandLine(terminal, platform, () => PathCredentials.ForEnable(hop.Path), PathCredentials.ForSudo(hop.Path), hop.Device.Name, hop.Device.DeviceAlias);
            var login = new LoginDialog(plan, platform, PathTransport.HostKeysOf(hop.Path, wishes.Options));
            await line.FindPromptAsync(login.Dialog, wishes.Nudge, deadline).ConfigureAwait(false);
            await line.GoToAsync(platform.CommandMode, deadline).ConfigureAwait(false);
            foreach (var one in platform.PrepareCommands.Concat(hop.Commands.SkipLast(1)))
                await line.RunAsync(one, Dialog.Empty, deadline).ConfigureAwait(false);
            command ??= hop.Commands[^1];
            var prompt = terminal.Screen.LastLine.ToArray();
            await terminal.SendLineAsync(command, deadline.Token).ConfigureAwait(false);
            return new HopTransport(terminal.HandOver(), hop.Device.Name, prompt, command, wishes.Columns);
        }
        catch (Exception e)
        {
            await terminal.DisposeAsync().ConfigureAwait(false);
            if (e is LinkClosedException or ExpectTimeoutException or ModeChangeException)
                throw new JumpHostException(e.Message, hop.Device.Name, e);
            throw;
        }
    }
}
