using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ConnectionGen;

/// <summary>The one activity source and the one meter.</summary>
internal static class Signals
{
    private static readonly ActivitySource s_activities = new(ConnectionSignals.ActivitySourceName);
    private static readonly Meter s_meter = new(ConnectionSignals.MeterName);
    private static readonly UpDownCounter<long> s_open = s_meter.CreateUpDownCounter<long>(ConnectionSignals.ConnectionsOpen, "{connection}");
    private static readonly UpDownCounter<long> s_poolSize = s_meter.CreateUpDownCounter<long>(ConnectionSignals.PoolSize, "{worker}");
    private static readonly Histogram<double> s_duration = s_meter.CreateHistogram<double>(ConnectionSignals.ServiceDuration, "s");
    private static readonly Histogram<double> s_poolWait = s_meter.CreateHistogram<double>(ConnectionSignals.PoolWait, "s");
    private static readonly Counter<long> s_errors = s_meter.CreateCounter<long>(ConnectionSignals.Errors, "{error}");

    /// <summary>True where a call would be seen by a trace or a metric.</summary>
    public static bool AreWatched => s_activities.HasListeners() || s_duration.Enabled || s_errors.Enabled;

    public static bool PoolWaitIsWatched => s_poolWait.Enabled;

    public static Activity? Start(string what, Connection connection)
    {
        var activity = s_activities.StartActivity(what, ActivityKind.Client);
        if (activity is { IsAllDataRequested: true })
        {
            foreach (var tag in Tags(connection))
            {
                activity.SetTag(tag.Key, tag.Value);
            }
        }

        return activity;
    }

    public static void CountOpen(Connection connection, int change)
    {
        if (s_open.Enabled)
        {
            s_open.Add(change, Tags(connection));
        }
    }

    public static void CountWorkers(Connection pool, int change)
    {
        if (change != 0 && s_poolSize.Enabled)
        {
            s_poolSize.Add(change, Tags(pool));
        }
    }

    public static void PoolWaited(Connection pool, TimeSpan wait) => s_poolWait.Record(wait.TotalSeconds, Tags(pool));

    public static void Ran(Connection connection, string service, TimeSpan duration)
        => s_duration.Record(duration.TotalSeconds, [.. Tags(connection), KeyValuePair.Create<string, object?>("connectiongen.service", service)]);

    public static void Failed(Connection connection, string what, Exception error, Activity? activity)
    {
        var type = error.GetType().FullName;
        activity?.SetStatus(ActivityStatusCode.Error, type);
        activity?.SetTag("error.type", type);
        s_errors.Add(1, [.. Tags(connection), KeyValuePair.Create<string, object?>("connectiongen.service", what), KeyValuePair.Create<string, object?>("error.type", type)]);
    }

    private static KeyValuePair<string, object?>[] Tags(Connection connection) =>
    [
        new("connectiongen.device", connection.DeviceName),
        new("connectiongen.alias", connection.Alias),
        new("connectiongen.via", connection.Via),
        new("connectiongen.class", connection.ConnectionClass.Name),
    ];
}
