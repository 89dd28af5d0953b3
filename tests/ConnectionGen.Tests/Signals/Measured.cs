using System.Diagnostics.Metrics;

namespace ConnectionGen.Tests.Signals;

/// <summary>Listens to the library's meter.</summary>
internal sealed class Measured : IDisposable
{
    private readonly Lock _lock = new();
    private readonly MeterListener _listener = new();
    private readonly List<(string Name, double Value, Dictionary<string, object?> Tags)> _all = [];

    public Measured()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == ConnectionSignals.MeterName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    public IReadOnlyList<(string Name, double Value, Dictionary<string, object?> Tags)> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _all];
            }
        }
    }

    public IReadOnlyList<(double Value, Dictionary<string, object?> Tags)> Of(string instrument) => [.. All.Where(one => one.Name == instrument).Select(static one => (one.Value, one.Tags))];

    /// <summary>What an up-down counter shows.</summary>
    public double Sum(string instrument) => Of(instrument).Sum(static one => one.Value);

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var copy = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var tag in tags)
        {
            copy.Add(tag.Key, tag.Value);
        }

        lock (_lock)
        {
            _all.Add((instrument.Name, value, copy));
        }
    }
}
