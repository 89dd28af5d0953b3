using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Worker;

/// <summary>Asks a router for its time, again and again.</summary>
internal sealed partial class ClockWatcher(Lab lab, IConfiguration configuration, ILogger<ClockWatcher> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(configuration.GetValue("Period", 60.0)));
        do
        {
            try
            {
                if (!lab.Edge.IsConnected())
                    await lab.Edge.ConnectAsync(cancellationToken: stoppingToken);

                LogClock(logger, lab.Edge.Name, await lab.Edge.ExecuteAsync("show clock", cancellationToken: stoppingToken));
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                LogFailure(logger, error.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(1, LogLevel.Information, "{Device}: {Clock}")]
    private static partial void LogClock(ILogger logger, string device, string clock);

    [LoggerMessage(2, LogLevel.Error, "{Failure}")]
    private static partial void LogFailure(ILogger logger, string failure);
}
