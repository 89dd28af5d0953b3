using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Platforms;
using ConnectionGen.Cli.Services;
using ConnectionGen.Cli.Shells;

namespace ConnectionGen.Cli;

/// <content>Other command lines inside the device.</content>
public partial class CliConnection
{
    /// <summary>Enters the device's own shell. Dispose of what it gives to go back.</summary>
    /// <param name="options">Where to, and whether to switch it on first; null for the usual.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="NotSupportedException">The platform has no shell; the message names those that have one. Nothing was typed.</exception>
    /// <exception cref="ModeChangeException">The device did not enter it.</exception>
    /// <exception cref="LinkClosedException">The link was closed.</exception>
    /// <example><code>
    /// await using (var bash = await n9k.BashConsoleAsync())
    ///     Console.WriteLine(await bash.ExecuteAsync("uptime"));
    /// </code></example>
    [Service]
    public virtual Task<CliShell> BashConsoleAsync(ShellOptions? options = null, CancellationToken cancellationToken = default) =>
        EnterAsync("shell", static platform => platform.Bash, options ?? new ShellOptions(), cancellationToken);

    /// <summary>Enters the guest shell, a container on the device. Dispose of what it gives to go back.</summary>
    /// <param name="options">Whether to switch it on first; null for the usual.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="NotSupportedException">The platform has no guest shell; the message names those that have one. Nothing was typed.</exception>
    /// <exception cref="ModeChangeException">The device did not enter it, or did not switch it on.</exception>
    /// <exception cref="LinkClosedException">The link was closed.</exception>
    [Service]
    public virtual Task<CliShell> GuestShellAsync(ShellOptions? options = null, CancellationToken cancellationToken = default) =>
        EnterAsync("guest shell", static platform => platform.GuestShell, options ?? new ShellOptions(), cancellationToken);

    /// <summary>Enters the command line of a module. Dispose of what it gives to go back.</summary>
    /// <param name="module">The module's number, as the device counts.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="NotSupportedException">The platform has no such command line; the message names those that have one. Nothing was typed.</exception>
    /// <exception cref="ModeChangeException">The device did not enter it.</exception>
    /// <exception cref="LinkClosedException">The link was closed.</exception>
    [Service]
    public virtual Task<CliShell> AttachAsync(int module, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(module);
        return EnterAsync("command line of a module", static platform => platform.Module, new ShellOptions { Words = FormattableString.Invariant($"{module}") }, cancellationToken);
    }

    /// <summary>Ends a link whose mode nobody knows any more.</summary>
    internal async Task AbandonAsync(Exception reason)
    {
        Log.ShellNotLeft(Context.Logger, Where, reason.GetType().Name);
        if (_commandLine is { } line)
            await DropAsync(line).ConfigureAwait(false);
    }

    private Task<CliShell> EnterAsync(string what, Func<Platform, ShellRules?> rulesOf, ShellOptions options, CancellationToken cancellationToken) => OperateAsync(
        async (line, deadline) =>
        {
            var platform = line.Platform;
            var rules = rulesOf(platform) ?? throw PlatformSupport.Missing(Where, platform, what, other => rulesOf(other) is not null);
            await new ShellWay(line, Where, rules).EnterAsync(options, deadline).ConfigureAwait(false);
            return new CliShell(this, rules.Mode, platform.CommandMode);
        },
        options.Limit ?? (options.Enable ? Longer(TimeSpan.FromMinutes(2)) : CommandLimit),
        cancellationToken);
}
