using ConnectionGen.Cli.Services;

namespace ConnectionGen.Cli;

/// <content>Changing the configuration.</content>
public partial class CliConnection
{
    /// <summary>
    /// Changes the configuration: enters the mode for it, types the lines, commits them where the platform has a commit, leaves the mode. After a line
    /// or a commit that the device refused, lines that wait for a commit are thrown away.
    /// </summary>
    /// <param name="commands">The lines, separated by line ends.</param>
    /// <param name="timeout">How long it may take, all in all.</param>
    /// <param name="commit">How to commit; what is usual on the platform unless said otherwise.</param>
    /// <param name="options">Questions, other error texts, many lines at once, patience with a lock; null for the usual.</param>
    /// <param name="cancellationToken">Ends the wait. Lines before it have been typed; the next command leaves the mode first.</param>
    /// <returns>What the device answered to the lines; mostly nothing.</returns>
    /// <exception cref="CommandFailedException">
    /// The device refused a line, or the commit. Where lines are taken at once, those before it have been. The mode has been left.
    /// </exception>
    /// <exception cref="NotSupportedException">The platform has no commit, or none as <paramref name="commit"/> wants it. Nothing was typed.</exception>
    /// <exception cref="ConfigurationLockedException">Another session holds the configuration, after all attempts.</exception>
    /// <exception cref="ModeChangeException">The device has no such mode, or did not enter it; or a line led out of it that is none for leaving, such as <c>end</c>.</exception>
    /// <exception cref="ExpectTimeoutException">No prompt came in time.</exception>
    /// <exception cref="LinkClosedException">The link was closed.</exception>
    [Service]
    public virtual Task<string> ConfigureAsync(string commands, TimeSpan? timeout = null, CommitOptions? commit = null, ConfigureOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(commands);
        return ConfigureLinesAsync([.. SplitLines(commands)], timeout, commit, options, cancellationToken);
    }

    /// <inheritdoc cref="ConfigureAsync(string, TimeSpan?, CommitOptions?, ConfigureOptions?, CancellationToken)"/>
    /// <param name="commands">The lines; none to commit what is there, which confirms a commit that waits for it.</param>
    /// <param name="timeout">How long it may take, all in all.</param>
    /// <param name="commit">How to commit; what is usual on the platform unless said otherwise.</param>
    /// <param name="options">Questions, other error texts, many lines at once, patience with a lock; null for the usual.</param>
    /// <param name="cancellationToken">Ends the wait. Lines before it have been typed; the next command leaves the mode first.</param>
    [Service]
    public virtual Task<string> ConfigureAsync(IReadOnlyList<string> commands, TimeSpan? timeout = null, CommitOptions? commit = null, ConfigureOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(commands);
        return ConfigureLinesAsync([.. commands.SelectMany(SplitLines)], timeout, commit, options, cancellationToken);
    }

    // not one service by the other: wrappers, logs and reports see one call
    private Task<string> ConfigureLinesAsync(IReadOnlyList<string> lines, TimeSpan? timeout, CommitOptions? commit, ConfigureOptions? options, CancellationToken cancellationToken) => OperateAsync(
        (line, deadline) => new Configuration(line, Where).RunAsync(lines, commit, options ?? ConfigureOptions.Usual, deadline),
        timeout ?? ConfigureLimit(lines.Count),
        cancellationToken);

    private TimeSpan ConfigureLimit(int lines) => configureTimeout ?? s_usual + TimeSpan.FromSeconds(lines);
}
