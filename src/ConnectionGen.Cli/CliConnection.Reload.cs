using System.Globalization;
using ConnectionGen.Cli.Platforms;
using ConnectionGen.Cli.Restarts;

namespace ConnectionGen.Cli;

/// <content>Reloading the device.</content>
public partial class CliConnection
{
    /// <summary>
    /// Reloads the device and waits until it is back: answers what it asks, waits on a console until the login is there and the device silent, connects
    /// again in place where the link is lost, logs in, and prepares the session as at the beginning.
    /// </summary>
    /// <param name="options">What to type, whether to save, how to wait; null for what is usual on the platform.</param>
    /// <param name="timeout">How long it may take until the device is back, all in all; the platform's time, mostly ten minutes, unless said otherwise.</param>
    /// <param name="cancellationToken">Ends the wait. Where the link is lost by then, the connection is disconnected.</param>
    /// <returns>What the device said, how long it took, whether the link was lost.</returns>
    /// <exception cref="ReloadFailedException">The device refused, or did not come back in time.</exception>
    /// <exception cref="NotSupportedException">The platform has no reload, or none of one member. Nothing was typed.</exception>
    /// <example><code>
    /// var back = await r1.ReloadAsync(new ReloadOptions { Save = true }, TimeSpan.FromMinutes(15));
    /// Console.WriteLine($"back after {back.Duration}");
    /// </code></example>
    [Service]
    public virtual Task<ReloadResult> ReloadAsync(ReloadOptions? options = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        var platform = Line.Platform;
        var rules = platform.Reload ?? throw PlatformSupport.Missing(Where, platform, "reload", static other => other.Reload is not null);
        options ??= new ReloadOptions();
        return RestartAsync(RestartKind.Reload, options.Command ?? ReloadCommand(platform, rules, options.Member), options, timeout ?? rules.Limit, cancellationToken);
    }

    private string ReloadCommand(Platform platform, ReloadRules rules, int? member)
    {
        if (member is not { } number)
            return rules.Command;
        ArgumentOutOfRangeException.ThrowIfNegative(number, nameof(ReloadOptions.Member));
        return rules.Member?.Replace("{member}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            ?? throw PlatformSupport.Missing(Where, platform, "reload of one member", static other => other.Reload?.Member is not null);
    }
}
