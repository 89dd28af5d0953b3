using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Platforms;
using ConnectionGen.Cli.Recovery;
using ConnectionGen.Cli.Services;
using ConnectionGen.Cli.Transports;

namespace ConnectionGen.Cli;

/// <summary>
/// A device's command line over SSH, Telnet or a program's standard streams: logs in with the testbed's credentials, finds out the mode from the prompt, enters the mode for
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
/// <param name="loginAttempts">
/// After how many refused logins no further credential of <c>fallback_credentials</c> is tried, lest the device lock the user out. 3 unless said otherwise.
/// </param>
/// <param name="reconnect">Whether and how a link that has ended by itself is opened again; not unless said otherwise.</param>
/// <param name="promptRecovery">
/// True to type, where no prompt has come in time, what may bring it back (Enter, Ctrl-C and their like, as the platform has it) before the call fails. What
/// runs on the device may be interrupted by it. False unless said otherwise.
/// </param>
/// <param name="termWidth">Columns that the device is told its terminal has.</param>
/// <param name="termHeight">Rows that the device is told its terminal has.</param>
/// <param name="sessionRecord">
/// A file in which the session is recorded, secrets replaced; <c>{device}</c>, <c>{alias}</c>, <c>{via}</c> and <c>{time}</c> in it stand for what
/// they say. Null for none. See <see cref="LogToAsync"/>.
/// </param>
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
    int loginAttempts = 3,
    ReconnectPolicy? reconnect = null,
    bool promptRecovery = false,
    int termWidth = 511,
    int termHeight = 200,
    string? sessionRecord = null)
    : Connection(context)
{
    private static readonly TimeSpan s_usual = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_nudge = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(1);

    private CommandLine? _commandLine;
    private LoginPlan _login = LoginPlan.None; // of the opening that is under way
    private string? _goodFallback; // the device took it

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

    /// <summary>Opens the way to the device; override it for a transport of your own.</summary>
    /// <param name="cancellationToken">Ends the attempt.</param>
    protected virtual Task<ITransport> OpenTransportAsync(CancellationToken cancellationToken) =>
        PathTransport.OpenAsync(Context.Path, Wishes(), cancellationToken);

    /// <summary>Chooses the platform; override it for platforms of your own: <c>PlatformCatalog.Default.With(mine).Choose(…)</c>.</summary>
    protected virtual Platform ChoosePlatform()
    {
        var device = Context.DeviceDescription;
        var platform = PlatformCatalog.Default.Choose(device.Os, device.Platform, device.Model, out var isKnown);
        if (!isKnown && device.Os is not null)
            Log.PlatformUnknown(Context.Logger, Where, device.Os, string.Join(", ", PlatformCatalog.Default.Names));
        return platform;
    }

    /// <inheritdoc/>
    protected override async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (reconnect is not null && !Reconnection.IsSupported)
            throw new ConnectionGenException($"{Where} is to be opened again by itself ('reconnect'), but this program was built without that: its project sets '{Reconnection.Switch}' to false. Take one of the two away.");
        // a moment before the runtime's own limit, so that the message says what was awaited
        using var deadline = new Deadline(Context.TimeProvider, OpenLimit, cancellationToken);
        _login = PathCredentials.ForLogin(Context.Path, Where, loginAttempts, _goodFallback);
        var line = await LogInAsync(ChoosePlatform(), deadline).ConfigureAwait(false);
        try
        {
            if (!mit)
                await PrepareAsync(line, deadline).ConfigureAwait(false);
            (_commandLine, _goodFallback) = (line, _login.LastFallback ?? _goodFallback);
        }
        catch
        {
            await line.Terminal.DisposeAsync().ConfigureAwait(false);
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
            await WatchLinkAsync(() => RunAsync([""], TimeSpan.FromSeconds(10), CommandOptions.Usual, cancellationToken)).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is LinkClosedException or ExpectTimeoutException)
        {
            return false;
        }
    }

    private TimeSpan OpenLimit => Limits.Open switch
    {
        { Ticks: < 0 } infinite => infinite,
        var limit => limit - TimeSpan.FromTicks(Math.Min(limit.Ticks / 10, TimeSpan.TicksPerSecond)),
    };

    private async Task PrepareAsync(CommandLine line, Deadline deadline)
    {
        if (gotoEnable)
            await line.GoToAsync(line.Platform.CommandMode, deadline).ConfigureAwait(false);
        // a device that does not know one of them is no worse off
        foreach (var command in initExecCommands ?? line.Platform.PrepareCommands)
            await line.RunAsync(command, Dialog.Empty, deadline).ConfigureAwait(false);
        IReadOnlyList<string> lines = [.. prepareConfiguration ? line.Platform.PrepareConfigureLines : [], .. initConfigCommands ?? []];
        if (lines.Count > 0)
            await new Configuration(line, Where).RunAsync(lines, commit: null, ConfigureOptions.Usual, deadline).ConfigureAwait(false);
    }
}
