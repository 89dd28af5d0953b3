namespace ConnectionGen;

/// <summary>The names under which traces and metrics of connections are found. Logs come under the categories <c>ConnectionGen.*</c>. None of them ever holds arguments, results or secrets.</summary>
/// <example><code>
/// tracing.AddSource(ConnectionSignals.ActivitySourceName);
/// metrics.AddMeter(ConnectionSignals.MeterName);
/// </code></example>
public static class ConnectionSignals
{
    /// <summary>The activity source: an activity for each service call and each opening.</summary>
    public const string ActivitySourceName = "ConnectionGen";

    /// <summary>The meter.</summary>
    public const string MeterName = "ConnectionGen";

    /// <summary>Up-down counter: connections that are open, a pool's workers each.</summary>
    public const string ConnectionsOpen = "connectiongen.connections.open";

    /// <summary>Histogram, seconds: how long service calls took, without their wait for the connection.</summary>
    public const string ServiceDuration = "connectiongen.service.duration";

    /// <summary>Histogram, seconds: how long calls waited for a free worker of a pool.</summary>
    public const string PoolWait = "connectiongen.pool.wait";

    /// <summary>Up-down counter: workers of open pools.</summary>
    public const string PoolSize = "connectiongen.pool.size";

    /// <summary>Counter: service calls and openings that failed.</summary>
    public const string Errors = "connectiongen.errors";
}
