using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ConnectionGen.Hosting;

/// <summary>Looks at the connections of a testbed's devices.</summary>
internal sealed class TestbedHealthCheck(Testbed testbed, bool asksPeers) : IHealthCheck
{
    private const string Open = "open";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var connections = testbed.Devices.Values.SelectMany(static device => device.ConnectionManager.Connections.Values).ToArray();
        var states = await Task.WhenAll(connections.Select(connection => StateAsync(connection, cancellationToken))).ConfigureAwait(false);
        var data = connections.Zip(states).ToDictionary(static one => $"{one.First.Device.Name} {one.First.Alias}", static one => (object)one.Second, StringComparer.Ordinal);
        var open = states.Count(static state => state == Open);
        var text = $"{testbed.Name}: {open} of {states.Length} connections open";
        return open == states.Length ? HealthCheckResult.Healthy(text, data)
            : open > 0 ? HealthCheckResult.Degraded(text, data: data)
            : new HealthCheckResult(context.Registration.FailureStatus, text, data: data);
    }

    private async Task<string> StateAsync(Connection connection, CancellationToken cancellationToken)
    {
        if (!connection.IsConnected)
            return "closed";

        try
        {
            return !asksPeers || await connection.ProbeAsync(cancellationToken).ConfigureAwait(false) ? Open : "no answer";
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // one that cannot be asked, since it is busy for instance, does not hide how the others are
            return $"no answer: {error.Message}";
        }
    }
}
