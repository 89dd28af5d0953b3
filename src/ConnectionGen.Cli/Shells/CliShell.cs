using ConnectionGen.Cli.Expecting;

namespace ConnectionGen.Cli;

/// <summary>
/// A shell on a device, or a module's command line, until it is disposed of: then the connection is back in the mode for commands. The connection, and
/// on a pool its worker, belong to it meanwhile. Each call goes the way of the connection's own services.
/// </summary>
/// <remarks>
/// Disposing throws nothing, so that it hides no exception of what was done in the shell: where the way back is barred, the link is closed, and the
/// connection disconnected. <see cref="LeaveAsync"/> says what was in the way.
/// </remarks>
/// <example><code>
/// await using var bash = await n9k.BashConsoleAsync();
/// Console.WriteLine(await bash.ExecuteAsync("df -h"));
/// </code></example>
public sealed class CliShell : IConnectionScope
{
    private readonly CliConnection _connection;
    private readonly string _home;
    private ScopeHold? _hold;
    private bool _isLeft;

    internal CliShell(CliConnection connection, string mode, string home) => (_connection, Mode, _home) = (connection, mode, home);

    /// <summary>The platform's mode that the shell is.</summary>
    public string Mode { get; }

    ScopeHold? IConnectionScope.Hold { get => _hold; set => _hold = value; }

    private ScopeHold Inside => _hold ?? throw new InvalidOperationException("A shell is entered by a service of its connection.");

    /// <inheritdoc cref="CliConnection.ExecuteAsync(string, TimeSpan?, CommandOptions?, CancellationToken)"/>
    public Task<string> ExecuteAsync(string command, TimeSpan? timeout = null, CommandOptions? options = null, CancellationToken cancellationToken = default) =>
        Inside.RunAsync(() => _connection.ExecuteAsync(command, timeout, options, cancellationToken));

    /// <inheritdoc cref="CliConnection.ExecuteAsync(IReadOnlyList{string}, TimeSpan?, CommandOptions?, CancellationToken)"/>
    public Task<string> ExecuteAsync(IReadOnlyList<string> commands, TimeSpan? timeout = null, CommandOptions? options = null, CancellationToken cancellationToken = default) =>
        Inside.RunAsync(() => _connection.ExecuteAsync(commands, timeout, options, cancellationToken));

    /// <inheritdoc cref="CliConnection.SendAsync"/>
    public Task SendAsync(string text, CancellationToken cancellationToken = default) => Inside.RunAsync(() => _connection.SendAsync(text, cancellationToken));

    /// <inheritdoc cref="CliConnection.SendLineAsync"/>
    public Task SendLineAsync(string text = "", CancellationToken cancellationToken = default) => Inside.RunAsync(() => _connection.SendLineAsync(text, cancellationToken));

    /// <inheritdoc cref="CliConnection.ReceiveAsync"/>
    public Task<string> ReceiveAsync(TimeSpan? quiet = null, CancellationToken cancellationToken = default) => Inside.RunAsync(() => _connection.ReceiveAsync(quiet, cancellationToken));

    /// <inheritdoc cref="CliConnection.ExpectAsync"/>
    public Task<TextMatch> ExpectAsync(IReadOnlyList<TextPattern> patterns, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        Inside.RunAsync(() => _connection.ExpectAsync(patterns, timeout, cancellationToken));

    /// <summary>Goes back to the mode for commands; disposing does nothing more then but free the connection.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ModeChangeException">The device did not leave the shell.</exception>
    /// <exception cref="LinkClosedException">The link was closed.</exception>
    public async Task LeaveAsync(CancellationToken cancellationToken = default)
    {
        if (_isLeft)
            return;
        await Inside.RunAsync(() => _connection.GoToAsync(_home, cancellationToken)).ConfigureAwait(false);
        _isLeft = true;
    }

    /// <inheritdoc cref="ExecuteAsync(string, TimeSpan?, CommandOptions?, CancellationToken)"/>
    public string Execute(string command, TimeSpan? timeout = null, CommandOptions? options = null, CancellationToken cancellationToken = default) =>
        Blocking.Run((this, command, timeout, options, cancellationToken), static s => s.Item1.ExecuteAsync(s.command, s.timeout, s.options, s.cancellationToken));

    /// <inheritdoc cref="ExecuteAsync(IReadOnlyList{string}, TimeSpan?, CommandOptions?, CancellationToken)"/>
    public string Execute(IReadOnlyList<string> commands, TimeSpan? timeout = null, CommandOptions? options = null, CancellationToken cancellationToken = default) =>
        Blocking.Run((this, commands, timeout, options, cancellationToken), static s => s.Item1.ExecuteAsync(s.commands, s.timeout, s.options, s.cancellationToken));

    /// <inheritdoc cref="SendAsync"/>
    public void Send(string text, CancellationToken cancellationToken = default) =>
        Blocking.Run((this, text, cancellationToken), static s => s.Item1.SendAsync(s.text, s.cancellationToken));

    /// <inheritdoc cref="SendLineAsync"/>
    public void SendLine(string text = "", CancellationToken cancellationToken = default) =>
        Blocking.Run((this, text, cancellationToken), static s => s.Item1.SendLineAsync(s.text, s.cancellationToken));

    /// <inheritdoc cref="ReceiveAsync"/>
    public string Receive(TimeSpan? quiet = null, CancellationToken cancellationToken = default) =>
        Blocking.Run((this, quiet, cancellationToken), static s => s.Item1.ReceiveAsync(s.quiet, s.cancellationToken));

    /// <inheritdoc cref="ExpectAsync"/>
    public TextMatch Expect(IReadOnlyList<TextPattern> patterns, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        Blocking.Run((this, patterns, timeout, cancellationToken), static s => s.Item1.ExpectAsync(s.patterns, s.timeout, s.cancellationToken));

    /// <inheritdoc cref="LeaveAsync"/>
    public void Leave(CancellationToken cancellationToken = default) => Blocking.Run((this, cancellationToken), static s => s.Item1.LeaveAsync(s.cancellationToken));

    /// <summary>Goes back to the mode for commands, and frees the connection.</summary>
    public void Dispose() => Blocking.Run(this, static shell => shell.DisposeAsync().AsTask());

    /// <summary>Goes back to the mode for commands, and frees the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        using (_hold)
        {
            if (_isLeft)
                return;
            try
            {
                await LeaveAsync().ConfigureAwait(false);
            }
            catch (Exception e) when (e is IConnectionFailure or ConnectionGenException or OperationCanceledException)
            {
                _isLeft = true;
                await _connection.AbandonAsync(e).ConfigureAwait(false);
            }
        }
    }
}
