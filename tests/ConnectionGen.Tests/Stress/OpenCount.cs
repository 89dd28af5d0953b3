using System.Diagnostics.Metrics;

namespace ConnectionGen.Tests.Stress;

/// <summary>What the counters of open connections and of workers show, for the whole process.</summary>
internal sealed class OpenCount : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _connections;
    private long _workers;

    public OpenCount()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Name is ConnectionSignals.ConnectionsOpen or ConnectionSignals.PoolSize)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Interlocked.Add(ref instrument.Name == ConnectionSignals.PoolSize ? ref _workers : ref _connections, value));
        _listener.Start();
    }

    public long Connections => Interlocked.Read(ref _connections);

    public long Workers => Interlocked.Read(ref _workers);

    public void Dispose() => _listener.Dispose();
}
