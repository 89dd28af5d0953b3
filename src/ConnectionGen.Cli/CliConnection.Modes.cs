using ConnectionGen.Cli.Expecting;

namespace ConnectionGen.Cli;

/// <content>Changing the mode.</content>
public partial class CliConnection
{
    /// <summary>Enters the privileged mode, with the testbed's password where the device asks for one.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="AuthenticationFailedException">The device refused the passwords.</exception>
    /// <exception cref="ModeChangeException">The platform has no such mode, or the device did not enter it.</exception>
    [Service]
    public virtual Task EnableAsync(CancellationToken cancellationToken = default) => ChangeModeAsync("enable", cancellationToken);

    /// <summary>Leaves the privileged mode.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ModeChangeException">The platform has no such mode, or the device did not enter it.</exception>
    [Service]
    public virtual Task DisableAsync(CancellationToken cancellationToken = default) => ChangeModeAsync("disable", cancellationToken);

    /// <summary>Changes to a mode of the platform, over others where need be.</summary>
    /// <param name="mode">The mode's name, such as <c>config</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ModeChangeException">The platform has no such mode, or the device did not enter it.</exception>
    [Service(NeedsLease = true)]
    public virtual Task GoToAsync(string mode, CancellationToken cancellationToken = default) => ChangeModeAsync(mode, cancellationToken);

    private async Task ChangeModeAsync(string mode, CancellationToken cancellationToken) => await WatchLinkAsync(async () =>
    {
        var line = Line;
        line.RecoversPrompt = promptRecovery;
        using var deadline = new Deadline(Context.TimeProvider, CommandLimit, cancellationToken);
        return await line.OperateAsync(
            async () =>
            {
                await line.GoToAsync(mode, deadline).ConfigureAwait(false);
                return mode;
            },
            deadline).ConfigureAwait(false);
    }).ConfigureAwait(false);
}
