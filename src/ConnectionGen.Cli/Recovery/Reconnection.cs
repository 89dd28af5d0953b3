using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace ConnectionGen.Cli.Recovery;

/// <summary>Opens a connection again whose link has ended by itself.</summary>
internal static class Reconnection
{
    /// <summary>The name of the switch by which a native program leaves out what it takes to connect again.</summary>
    internal const string Switch = "ConnectionGen.Reconnection";

    /// <summary>False in a program whose project has switched it off; the trimmer then takes this class and Polly.Core out.</summary>
    [FeatureSwitchDefinition(Switch)]
    internal static bool IsSupported => !AppContext.TryGetSwitch(Switch, out var isOn) || isOn;

    /// <summary>Tries as often as the policy says, until it is open, the device refuses it, or nobody wants it any more.</summary>
    /// <param name="policy">How often, and how long between.</param>
    /// <param name="connect">Opens the connection.</param>
    /// <param name="where">The connection, for the log.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Where each attempt is told.</param>
    /// <param name="unwanted">Ends the attempts.</param>
    public static async Task RunAsync(ReconnectPolicy policy, Func<CancellationToken, Task> connect, string where, TimeProvider time, ILogger logger, CancellationToken unwanted)
    {
        try
        {
            await Task.Delay(policy.Delay, time, unwanted).ConfigureAwait(false);
            await Pipeline(policy, where, time, logger).ExecuteAsync(async token => await connect(token).ConfigureAwait(false), unwanted).ConfigureAwait(false);
            Log.Reconnected(logger, where);
        }
        catch (OperationCanceledException) when (unwanted.IsCancellationRequested)
        {
            // somebody has disconnected it
        }
        catch (Exception e)
        {
            Log.GivenUp(logger, where, e.GetType().Name);
        }
    }

    private static ResiliencePipeline Pipeline(ReconnectPolicy policy, string where, TimeProvider time, ILogger logger)
    {
        var pipeline = new ResiliencePipelineBuilder { TimeProvider = time };
        if (policy.Attempts > 1)
        {
            pipeline.AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = policy.Attempts - 1,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true, // many devices that were cut at once do not come back at once
                Delay = policy.Delay * 2 < policy.LongestDelay ? policy.Delay * 2 : policy.LongestDelay,
                MaxDelay = policy.LongestDelay,
                ShouldHandle = new PredicateBuilder().Handle<Exception>(IsWorthAnother),
                OnRetry = retry =>
                {
                    Log.NotReconnected(logger, where, retry.AttemptNumber + 1, policy.Attempts, retry.Outcome.Exception!.GetType().Name);
                    return ValueTask.CompletedTask;
                },
            });
        }

        return pipeline.Build();
    }

    // A login that is refused again and again locks the user out; what was destroyed stays so.
    private static bool IsWorthAnother(Exception e) => e is not (AuthenticationFailedException or HostKeyRefusedException or ProxyLoopException or ObjectDisposedException or ConnectionClosedException or OperationCanceledException);
}
