using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Platforms;
using ConnectionGen.Cli.Redundancy;
using ConnectionGen.Cli.Restarts;

namespace ConnectionGen.Cli;

/// <content>Two supervisors, as far as one session can see and move them.</content>
public partial class CliConnection
{
    private static readonly TimeSpan s_lookAgain = TimeSpan.FromSeconds(10);

    /// <summary>Gives the state of the device's supervisors: the mode, the one that answers, the other one.</summary>
    /// <param name="timeout">How long it may take; the connection's <c>timeout</c> unless said otherwise.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CommandFailedException">The device refused to show it.</exception>
    /// <exception cref="NotSupportedException">The platform has no redundancy; the message names those that have. Nothing was typed.</exception>
    /// <exception cref="ExpectTimeoutException">No prompt came in time.</exception>
    /// <exception cref="LinkClosedException">The link was closed.</exception>
    [Service]
    public virtual Task<RedundancyStatus> GetRedundancyAsync(TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        OperateAsync((line, deadline) => new RedundancyView(line, Where).ReadAsync(deadline), timeout ?? CommandLimit, cancellationToken);

    /// <summary>Waits until the standby supervisor is ready to take over, and gives the state then.</summary>
    /// <param name="timeout">How long at most; ten minutes unless said otherwise.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StandbyNotReadyException">It was not ready in time.</exception>
    /// <exception cref="NotSupportedException">The platform has no redundancy. Nothing was typed.</exception>
    /// <exception cref="LinkClosedException">The link was closed.</exception>
    [Service]
    public virtual Task<RedundancyStatus> SyncStateAsync(TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        OperateAsync((line, deadline) => new RedundancyView(line, Where).WaitForStandbyAsync(s_lookAgain, deadline), timeout ?? TimeSpan.FromMinutes(10), cancellationToken);

    /// <summary>
    /// Has the standby supervisor take over: refuses where it is not ready, waits for the session as <see cref="ReloadAsync"/> does, and then, unless
    /// said otherwise, until there is a standby that is ready. A console stays with its supervisor, which is the standby then; an address goes with the active one.
    /// </summary>
    /// <param name="options">What to type, and how to wait; null for the usual.</param>
    /// <param name="timeout">How long it may take, all in all; the platform's time, twelve minutes, unless said otherwise.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The state afterwards.</returns>
    /// <exception cref="StandbyNotReadyException">The standby could not take over, and nothing was done; or there was none in time afterwards.</exception>
    /// <exception cref="ReloadFailedException">The device refused, or the session did not come back.</exception>
    /// <exception cref="NotSupportedException">The platform has no switchover. Nothing was typed.</exception>
    [Service]
    public virtual async Task<RedundancyStatus> SwitchoverAsync(SwitchoverOptions? options = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        options ??= new SwitchoverOptions();
        var platform = Line.Platform;
        var rules = platform.Redundancy is { Switchover: not null } known
            ? known
            : throw PlatformSupport.Missing(Where, platform, "switchover", static other => other.Redundancy?.Switchover is not null);
        using var deadline = new Deadline(Context.TimeProvider, timeout ?? rules.SwitchoverLimit, cancellationToken);
        await OperateAsync(
            async (line, limit) =>
            {
                var view = new RedundancyView(line, Where);
                var before = await view.ReadAsync(limit).ConfigureAwait(false);
                return before.IsStandbyReady ? before : throw view.NotReady("cannot take over", before);
            },
            deadline.Left,
            cancellationToken).ConfigureAwait(false);
        await RestartAsync(RestartKind.Switchover, options.Command ?? rules.Switchover!, options.Restart, deadline.Left, cancellationToken).ConfigureAwait(false);
        return await OperateAsync(
            (line, limit) =>
            {
                var view = new RedundancyView(line, Where);
                return options.SyncStandby ? view.WaitForStandbyAsync(options.BetweenLooks, limit) : view.ReadAsync(limit);
            },
            deadline.Left,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reloads the standby supervisor. It is gone for a while then; <see cref="SyncStateAsync"/> waits until it is ready again.</summary>
    /// <param name="command">What to type; the platform's own command unless said otherwise.</param>
    /// <param name="timeout">How long the command may take; the connection's <c>timeout</c> unless said otherwise.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What the device said.</returns>
    /// <exception cref="CommandFailedException">The device refused.</exception>
    /// <exception cref="NotSupportedException">The platform has no command for it. Nothing was typed.</exception>
    /// <exception cref="LinkClosedException">The link was closed.</exception>
    [Service]
    public virtual Task<string> ResetStandbyAsync(string? command = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        var platform = Line.Platform;
        command ??= platform.Redundancy?.ResetStandby
            ?? throw PlatformSupport.Missing(Where, platform, "reset of the standby", static other => other.Redundancy?.ResetStandby is not null);
        var questions = new CommandOptions { Reply = new RestartDialog(save: false, static () => null).Dialog };
        return WatchLinkAsync(() => RunAsync([command], timeout ?? CommandLimit, questions, cancellationToken));
    }
}
