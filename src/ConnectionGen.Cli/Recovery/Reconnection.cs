using Microsoft.Extensions.Logging;

namespace ConnectionGen.Cli.Recovery;

/// <summary>Opens a connection again whose link has ended by itself.</summary>
internal static partial class Reconnection
{
    /// <summary>Tries as often as the policy says, until it is open, the device refuses it, or nobody wants it any more.</summary>
    /// <param name="policy">How often, and how long between.</param>
    /// <param name="connect">Opens the connection.</param>
    /// <param name="where">The connection, for the log.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Where each attempt is told.</param>
    /// <param name="unwanted">Ends the attempts.</param>
    public static async Task RunAsync(ReconnectPolicy policy, Func<CancellationToken, Task> connect, string where, TimeProvider time, ILogger logger, CancellationToken unwanted)
    {
        var wait = policy.Delay;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await Task.Delay(wait, time, unwanted).ConfigureAwait(false);
                await connect(unwanted).ConfigureAwait(false);
                LogReconnected(logger, where);
                return;
            }
            catch (OperationCanceledException) when (unwanted.IsCancellationRequested)
            {
                return; // somebody has disconnected it
            }
            catch (Exception e) when (attempt < policy.Attempts && IsWorthAnother(e))
            {
                LogFailed(logger, where, attempt, policy.Attempts, e.GetType().Name);
            }
            catch (Exception e)
            {
                LogGivenUp(logger, where, e.GetType().Name);
                return;
            }

            wait = WaitAfter(policy, attempt, Random.Shared.NextDouble());
        }
    }

    /// <summary>How long to wait after an attempt that failed: doubled each time, a fifth more or less by chance, so that many devices do not come at once.</summary>
    /// <param name="policy">Where doubling begins and ends.</param>
    /// <param name="attempt">The attempt, from 1.</param>
    /// <param name="chance">From 0 to 1.</param>
    internal static TimeSpan WaitAfter(ReconnectPolicy policy, int attempt, double chance)
    {
        var wait = policy.Delay;
        for (var doubled = 0; doubled < attempt && wait > TimeSpan.Zero && wait < policy.LongestDelay; doubled++)
            wait *= 2;
        wait *= 0.8 + 0.4 * chance;
        return wait < policy.LongestDelay ? wait : policy.LongestDelay;
    }

    // A login that is refused again and again locks the user out; what was destroyed stays so.
    private static bool IsWorthAnother(Exception e) => e is not (AuthenticationFailedException or HostKeyRefusedException or ProxyLoopException or ObjectDisposedException or ConnectionClosedException or OperationCanceledException);

    [LoggerMessage(26, LogLevel.Information, "{Where}: connected again")]
    private static partial void LogReconnected(ILogger logger, string where);

    [LoggerMessage(27, LogLevel.Warning, "{Where}: attempt {Attempt} of {Attempts} to connect again failed: {Error}")]
    private static partial void LogFailed(ILogger logger, string where, int attempt, int attempts, string error);

    [LoggerMessage(28, LogLevel.Error, "{Where}: not connected again: {Error}")]
    private static partial void LogGivenUp(ILogger logger, string where, string error);
}
