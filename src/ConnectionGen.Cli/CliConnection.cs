using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Platforms;
using ConnectionGen.Cli.Services;
using ConnectionGen.Cli.Transports;
using Microsoft.Extensions.Logging;

namespace ConnectionGen.Cli;

/// <summary>
/// A device's command line over SSH or Telnet: logs in with the testbed's credentials, finds out the mode from the prompt, enters the mode for
/// commands, switches paging off, and runs commands. The device's <c>os</c>, <c>platform</c> and <c>model</c> choose the platform.
/// </summary>
/// <param name="context">The connection's device, alias, path and arguments.</param>
/// <param name="timeout">How long a command may take; 60 seconds unless said otherwise.</param>
/// <param name="configureTimeout">How long a configuration may take; 60 seconds and one for each line unless said otherwise.</param>
/// <param name="initExecCommands">What to type after login, instead of the platform's own commands; an empty list for nothing.</param>
/// <param name="initConfigCommands">Lines to configure after login, such as <c>no logging console</c>; none unless said otherwise.</param>
/// <param name="prepareConfiguration">
/// True to also configure, after login, the lines that the platform has for automation, such as <c>no logging console</c>. False unless said otherwise.
/// </param>
/// <param name="gotoEnable">Whether to enter the mode for commands after login. True unless said otherwise.</param>
/// <param name="mit">True to leave the device as the login left it: no change of mode, no commands.</param>
/// <param name="termWidth">Columns that the device is told its terminal has.</param>
/// <param name="termHeight">Rows that the device is told its terminal has.</param>
/// <example><code>
/// await using var lab = Testbed.Load("lab.yaml");
/// var r1 = lab.Devices["r1"];
/// await r1.ConnectAsync&lt;CliConnection&gt;(via: "mgmt");
/// Console.WriteLine(await r1.ExecuteAsync("show version"));
/// </code></example>
[ConnectionClass("CliConnection", "unicon.Unicon", "Unicon", IsDefault = true, NeedsCredentials = true)]
public partial class CliConnection(
    ConnectionContext context,
    TimeSpan? timeout = null,
    TimeSpan? configureTimeout = null,
    IReadOnlyList<string>? initExecCommands = null,
    IReadOnlyList<string>? initConfigCommands = null,
    bool prepareConfiguration = false,
    bool gotoEnable = true,
    bool mit = false,
    int termWidth = 511,
    int termHeight = 200)
    : Connection(context)
{
    private static readonly TimeSpan s_usual = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_nudge = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(1);

    private CommandLine? _commandLine;

    /// <summary>True while the connection is open, as far as it was seen.</summary>
    public override bool IsConnected => base.IsConnected && _commandLine is { Terminal.IsOpen: true };

    /// <summary>The mode in which the device was at its last prompt, such as <c>enable</c>; null before the first.</summary>
    public string? Mode => _commandLine?.Mode?.Name;

    /// <summary>The device's name as its prompt shows it; null where the prompt has none, or before the first.</summary>
    public string? HostName => _commandLine?.HostName;

    /// <summary>The platform of the device; set when the connection is opened.</summary>
    public Platform? Platform => _commandLine?.Platform;

    private CommandLine Line => _commandLine ?? throw new NotConnectedException($"{Where} is not connected. Connect it first.");

    private string Where => $"'{Alias}' of '{Context.DeviceDescription.Name}' via '{Via}'";

    /// <summary>Runs one or more commands and gives what the device answers.</summary>
    /// <param name="command">A command; several stand on lines of their own.</param>
    /// <param name="timeout">How long it may take, all in all; the connection's <c>timeout</c> unless said otherwise.</param>
    /// <param name="cancellationToken">Ends the wait. The device may go on; the next command waits for its end first, and what it still sends is no answer to that.</param>
    /// <returns>The answer without echo and prompt; lines are separated by <c>\n</c>.</returns>
    /// <exception cref="CommandFailedException">The answer holds one of the platform's error texts.</exception>
    /// <exception cref="ExpectTimeoutException">No prompt came in time.</exception>
    /// <exception cref="LinkClosedException">The link was closed.</exception>
    [Service]
    public virtual Task<string> ExecuteAsync(string command, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return WatchLinkAsync(() => RunCommandsAsync(SplitLines(command), timeout ?? CommandLimit, cancellationToken));
    }

    /// <summary>
    /// Changes the configuration: enters the mode for it, types the lines, commits them where the platform has a commit, leaves the mode. After a line
    /// or a commit that the device refused, lines that wait for a commit are thrown away.
    /// </summary>
    /// <param name="commands">The lines, separated by line ends.</param>
    /// <param name="timeout">How long it may take, all in all.</param>
    /// <param name="commit">How to commit; what is usual on the platform unless said otherwise.</param>
    /// <param name="cancellationToken">Ends the wait. Lines before it have been typed; the next command leaves the mode first.</param>
    /// <returns>What the device answered to the lines; mostly nothing.</returns>
    /// <exception cref="CommandFailedException">
    /// The device refused a line, or the commit. Where lines are taken at once, those before it have been. The mode has been left.
    /// </exception>
    /// <exception cref="NotSupportedException">The platform has no commit, or none as <paramref name="commit"/> wants it. Nothing was typed.</exception>
    /// <exception cref="ModeChangeException">The device has no such mode, or did not enter it.</exception>
    /// <exception cref="ExpectTimeoutException">No prompt came in time.</exception>
    /// <exception cref="LinkClosedException">The link was closed.</exception>
    [Service]
    public virtual Task<string> ConfigureAsync(string commands, TimeSpan? timeout = null, CommitOptions? commit = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(commands);
        return ConfigureAsync(SplitLines(commands), timeout, commit, cancellationToken);
    }

    /// <inheritdoc cref="ConfigureAsync(string, TimeSpan?, CommitOptions?, CancellationToken)"/>
    /// <param name="commands">The lines; none to commit what is there, which confirms a commit that waits for it.</param>
    /// <param name="timeout">How long it may take, all in all.</param>
    /// <param name="commit">How to commit; what is usual on the platform unless said otherwise.</param>
    /// <param name="cancellationToken">Ends the wait. Lines before it have been typed; the next command leaves the mode first.</param>
    [Service]
    public virtual Task<string> ConfigureAsync(IReadOnlyList<string> commands, TimeSpan? timeout = null, CommitOptions? commit = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(commands);
        return WatchLinkAsync(() => RunConfigurationAsync(commands, commit, timeout ?? ConfigureLimit(commands.Count), cancellationToken));
    }

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

    /// <summary>Sends text as it is, without Enter.</summary>
    /// <param name="text">What to send.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="LinkClosedException">The link is closed.</exception>
    [Service(NeedsLease = true)]
    public virtual Task SendAsync(string text, CancellationToken cancellationToken = default) =>
        WatchLinkAsync(() => Line.TakeOver().SendAsync(text, cancellationToken).AsTask());

    /// <summary>Sends text and Enter.</summary>
    /// <param name="text">What to send; nothing for Enter alone.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="LinkClosedException">The link is closed.</exception>
    [Service(NeedsLease = true)]
    public virtual Task SendLineAsync(string text = "", CancellationToken cancellationToken = default) =>
        WatchLinkAsync(() => Line.TakeOver().SendLineAsync(text, cancellationToken).AsTask());

    /// <summary>Takes what the device has sent and nothing has used, and waits a moment for more as long as more comes.</summary>
    /// <param name="quiet">How long the device must be quiet; a fifth of a second unless said otherwise.</param>
    /// <param name="cancellationToken">Ends the wait; the text stays.</param>
    /// <returns>The text; empty if there is none.</returns>
    [Service(NeedsLease = true)]
    public virtual Task<string> ReceiveAsync(TimeSpan? quiet = null, CancellationToken cancellationToken = default) =>
        WatchLinkAsync(() => Line.TakeOver().ReceiveAsync(quiet ?? TimeSpan.FromMilliseconds(200), CommandLimit, cancellationToken).AsTask());

    /// <summary>Waits for the first of several patterns in what the device sends.</summary>
    /// <param name="patterns">What to wait for.</param>
    /// <param name="timeout">How long at most; 10 seconds unless said otherwise.</param>
    /// <param name="cancellationToken">Ends the wait; the text stays.</param>
    /// <exception cref="ExpectTimeoutException">Nothing matched in time; the text stays.</exception>
    /// <exception cref="LinkClosedException">The link was closed before anything matched.</exception>
    [Service(NeedsLease = true)]
    public virtual Task<TextMatch> ExpectAsync(IReadOnlyList<TextPattern> patterns, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        WatchLinkAsync(() => Line.TakeOver().ExpectAsync(patterns, timeout ?? TimeSpan.FromSeconds(10), cancellationToken).AsTask());

    /// <summary>Opens the way to the device; override it for a transport of your own.</summary>
    /// <param name="cancellationToken">Ends the attempt.</param>
    protected virtual Task<ITransport> OpenTransportAsync(CancellationToken cancellationToken) =>
        PathTransport.OpenAsync(Context.Path, Context.Options, Wishes(), cancellationToken);

    /// <summary>Chooses the platform; override it for platforms of your own: <c>PlatformCatalog.Default.With(mine).Choose(…)</c>.</summary>
    protected virtual Platform ChoosePlatform()
    {
        var device = Context.DeviceDescription;
        var platform = PlatformCatalog.Default.Choose(device.Os, device.Platform, device.Model, out var isKnown);
        if (!isKnown && device.Os is not null)
            LogPlatformUnknown(Context.Logger, Where, device.Os, string.Join(", ", PlatformCatalog.Default.Names));
        return platform;
    }

    /// <inheritdoc/>
    protected override async Task OpenAsync(CancellationToken cancellationToken)
    {
        // a moment before the runtime's own limit, so that the message says what was awaited
        using var deadline = new Deadline(Context.TimeProvider, OpenLimit, cancellationToken);
        var platform = ChoosePlatform();
        var transport = await ConnectTransportAsync(deadline).ConfigureAwait(false);
        var terminal = new Terminal(transport, new TerminalSettings { Columns = termWidth, TimeProvider = Context.TimeProvider, Name = () => Where, Pagers = platform.Pagers });
        try
        {
            var line = new CommandLine(terminal, platform, () => PathCredentials.ForEnable(Context.Path));
            var login = new LoginDialog(CredentialsLeft(transport), platform, PathTransport.HostKeysOf(Context.Path, Context.Options));
            await line.FindPromptAsync(login.Dialog, s_nudge, deadline).ConfigureAwait(false);
            if (!mit)
                await PrepareAsync(line, deadline).ConfigureAwait(false);
            _commandLine = line;
        }
        catch
        {
            await terminal.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    protected override async Task CloseAsync(CancellationToken cancellationToken)
    {
        if (_commandLine is not { } line)
            return;
        _commandLine = null;
        try
        {
            using var deadline = new Deadline(Context.TimeProvider, s_farewell, cancellationToken);
            await line.LeaveAsync(deadline).ConfigureAwait(false);
        }
        finally
        {
            await line.Terminal.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    protected override async Task<bool> ProbePeerAsync(CancellationToken cancellationToken)
    {
        try
        {
            await WatchLinkAsync(() => RunCommandsAsync([""], TimeSpan.FromSeconds(10), cancellationToken)).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is LinkClosedException or ExpectTimeoutException)
        {
            return false;
        }
    }

    private TimeSpan CommandLimit => timeout ?? s_usual;

    private TimeSpan OpenLimit => Limits.Open switch
    {
        { Ticks: < 0 } infinite => infinite,
        var limit => limit - TimeSpan.FromTicks(Math.Min(limit.Ticks / 10, TimeSpan.TicksPerSecond)),
    };

    private TimeSpan ConfigureLimit(int lines) => configureTimeout ?? s_usual + TimeSpan.FromSeconds(lines);

    private TransportWishes Wishes() =>
        new(Where, PathCredentials.ForLogin(Context.Path, Where), OpenLimit, termWidth, termHeight, Context.Logger);

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

    private async Task PrepareAsync(CommandLine line, Deadline deadline)
    {
        if (gotoEnable)
            await line.GoToAsync(line.Platform.CommandMode, deadline).ConfigureAwait(false);
        // a device that does not know one of them is no worse off
        foreach (var command in initExecCommands ?? line.Platform.PrepareCommands)
            await line.RunAsync(command, Dialog.Empty, deadline).ConfigureAwait(false);
        IReadOnlyList<string> lines = [.. prepareConfiguration ? line.Platform.PrepareConfigureLines : [], .. initConfigCommands ?? []];
        if (lines.Count > 0)
            await new Configuration(line, Where).RunAsync(lines, options: null, deadline).ConfigureAwait(false);
    }

    private async Task<string> RunCommandsAsync(string[] commands, TimeSpan limit, CancellationToken cancellationToken)
    {
        var line = Line;
        using var deadline = new Deadline(Context.TimeProvider, limit, cancellationToken);
        return await line.OperateAsync(() => RunCommandsAsync(line, commands, deadline), deadline).ConfigureAwait(false);
    }

    private async ValueTask<string> RunCommandsAsync(CommandLine line, string[] commands, Deadline deadline)
    {
        var outputs = new string[commands.Length];
        for (var i = 0; i < commands.Length; i++)
        {
            outputs[i] = await line.RunAsync(commands[i], Dialog.Empty, deadline).ConfigureAwait(false);
            if (CommandLine.FindError(outputs[i], line.Platform.ErrorPatterns) is { } error)
                throw new CommandFailedException(Where, commands[i], error, outputs[i]);
        }

        return outputs.Length == 1 ? outputs[0] : string.Join('\n', outputs);
    }

    private async Task<string> RunConfigurationAsync(IReadOnlyList<string> commands, CommitOptions? commit, TimeSpan limit, CancellationToken cancellationToken)
    {
        var line = Line;
        using var deadline = new Deadline(Context.TimeProvider, limit, cancellationToken);
        return await line.OperateAsync(() => new Configuration(line, Where).RunAsync(commands, commit, deadline), deadline).ConfigureAwait(false);
    }

    private async Task ChangeModeAsync(string mode, CancellationToken cancellationToken) => await WatchLinkAsync(async () =>
    {
        var line = Line;
        using var deadline = new Deadline(Context.TimeProvider, CommandLimit, cancellationToken);
        return await line.OperateAsync(
            async () =>
            {
                await line.GoToAsync(mode, deadline).ConfigureAwait(false);
                return mode;
            },
            deadline).ConfigureAwait(false);
    }).ConfigureAwait(false);

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
            return await call().ConfigureAwait(false);
        }
        catch (Exception) when (_commandLine is { Terminal.IsOpen: false } line)
        {
            _commandLine = null;
            ReportClosed();
            await line.Terminal.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static string[] SplitLines(string text) =>
        text.AsSpan().ContainsAny('\r', '\n') ? text.ReplaceLineEndings("\n").Trim('\n').Split('\n') : [text];

    [LoggerMessage(22, LogLevel.Warning, "{Where}: no platform '{Os}' is known; 'generic' is used. Known: {Known}")]
    private static partial void LogPlatformUnknown(ILogger logger, string where, string os, string known);
}
