using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ConnectionGen.Hosting;

/// <summary>Loads a testbed when the host starts, and closes its connections when the host stops.</summary>
internal sealed partial class TestbedLifetime<TTestbed>(Func<TTestbed> load, HostedTestbedOptions options, ILogger<TestbedLifetime<TTestbed>> logger) : IHostedService
    where TTestbed : Testbed
{
    private TTestbed? _testbed;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _testbed = load();
        if (!options.ConnectsAtStart)
            return;

        try
        {
            await _testbed.ConnectAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (AggregateException error)
        {
            foreach (var failure in error.InnerExceptions)
                LogNotConnected(logger, _testbed.Name, failure.Message);
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_testbed is null)
            return;

        try
        {
            await _testbed.DestroyAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (AggregateException error)
        {
            foreach (var failure in error.InnerExceptions)
                LogNotClosed(logger, _testbed.Name, failure.Message);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Testbed '{Testbed}': {Failure}")]
    private static partial void LogNotConnected(ILogger logger, string testbed, string failure);

    [LoggerMessage(2, LogLevel.Warning, "Testbed '{Testbed}', while the host stops: {Failure}")]
    private static partial void LogNotClosed(ILogger logger, string testbed, string failure);
}
