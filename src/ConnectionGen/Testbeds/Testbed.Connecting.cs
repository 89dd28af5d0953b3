using System.Collections.ObjectModel;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen;

/// <content>Work on all devices at once.</content>
public partial class Testbed
{
    /// <summary>Connects devices in parallel, each with its default class, alias and path. All are tried, though one fails.</summary>
    /// <param name="devices">The names or aliases of the devices; all unless said otherwise.</param>
    /// <param name="vias">Paths by the name or alias of a device, for those that shall not take their default one.</param>
    /// <param name="progress">Told of each device as it is done.</param>
    /// <param name="atOnce">How many at once, at least 1.</param>
    /// <param name="cancellationToken">Stops the connecting.</param>
    /// <exception cref="AggregateException">Some could not be connected; the message names them.</exception>
    /// <exception cref="KeyNotFoundException">There is no such device.</exception>
    public Task ConnectAsync(
        IEnumerable<string>? devices = null,
        IReadOnlyDictionary<string, string>? vias = null,
        IProgress<DeviceProgress>? progress = null,
        int atOnce = 100,
        CancellationToken cancellationToken = default)
    {
        var chosen = new Dictionary<Device, string>();
        foreach (var (name, via) in vias ?? ReadOnlyDictionary<string, string>.Empty)
        {
            chosen[Find(name)] = via;
        }

        return EachAsync("connected", devices, (device, cancellationToken) => device.ConnectAsync(via: chosen.GetValueOrDefault(device), cancellationToken: cancellationToken), progress, atOnce, cancellationToken);
    }

    /// <summary>Closes the connections of devices in parallel; they can be connected again. All are tried, though one fails.</summary>
    /// <param name="devices">The names or aliases of the devices; all unless said otherwise.</param>
    /// <param name="progress">Told of each device as it is done.</param>
    /// <param name="cancellationToken">Stops the closing.</param>
    /// <exception cref="AggregateException">Some could not be closed; the message names their devices.</exception>
    public Task DisconnectAsync(IEnumerable<string>? devices = null, IProgress<DeviceProgress>? progress = null, CancellationToken cancellationToken = default)
        => EachAsync("disconnected", devices, static (device, cancellationToken) => device.DisconnectAllAsync(cancellationToken), progress, int.MaxValue, cancellationToken);

    /// <summary>Closes and forgets the connections of devices in parallel. All are tried, though one fails.</summary>
    /// <param name="devices">The names or aliases of the devices; all unless said otherwise.</param>
    /// <param name="progress">Told of each device as it is done.</param>
    /// <param name="cancellationToken">Stops the closing.</param>
    /// <exception cref="AggregateException">Some could not be closed; the message names their devices.</exception>
    public Task DestroyAsync(IEnumerable<string>? devices = null, IProgress<DeviceProgress>? progress = null, CancellationToken cancellationToken = default)
        => EachAsync("destroyed", devices, static (device, cancellationToken) => device.DestroyAllAsync(cancellationToken), progress, int.MaxValue, cancellationToken);

    /// <inheritdoc cref="ConnectAsync"/>
    public void Connect(
        IEnumerable<string>? devices = null,
        IReadOnlyDictionary<string, string>? vias = null,
        IProgress<DeviceProgress>? progress = null,
        int atOnce = 100,
        CancellationToken cancellationToken = default)
        => Blocking.Run((this, devices, vias, progress, atOnce, cancellationToken), static s => s.Item1.ConnectAsync(s.devices, s.vias, s.progress, s.atOnce, s.cancellationToken));

    /// <inheritdoc cref="DisconnectAsync"/>
    public void Disconnect(IEnumerable<string>? devices = null, IProgress<DeviceProgress>? progress = null, CancellationToken cancellationToken = default)
        => Blocking.Run((this, devices, progress, cancellationToken), static s => s.Item1.DisconnectAsync(s.devices, s.progress, s.cancellationToken));

    /// <inheritdoc cref="DestroyAsync"/>
    public void Destroy(IEnumerable<string>? devices = null, IProgress<DeviceProgress>? progress = null, CancellationToken cancellationToken = default)
        => Blocking.Run((this, devices, progress, cancellationToken), static s => s.Item1.DestroyAsync(s.devices, s.progress, s.cancellationToken));

    private async Task EachAsync(
        string what, IEnumerable<string>? devices, Func<Device, CancellationToken, Task> one, IProgress<DeviceProgress>? progress, int atOnce, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(atOnce, 1);
        var chosen = Chosen(devices);
        using var places = new SemaphoreSlim(Math.Min(atOnce, Math.Max(1, chosen.Length)));
        var done = 0;
        var work = chosen.Select(device => OneAsync(device)).ToArray();
        try
        {
            await Task.WhenAll(work).ConfigureAwait(false);
        }
        catch (Exception) when (work.Any(static each => each.IsFaulted))
        {
            var failed = chosen.Zip(work).Where(static each => each.Second.IsFaulted).ToArray();
            throw new AggregateException(
                $"Of testbed '{Name}' these could not be {what}: {string.Join(", ", failed.Select(static each => $"'{each.First.Name}'"))}.",
                failed.SelectMany(static each => each.Second.Exception!.InnerExceptions));
        }

        async Task OneAsync(Device device)
        {
            await places.WaitAsync(cancellationToken).ConfigureAwait(false);
            Exception? failure = null;
            try
            {
                await one(device, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception error)
            {
                failure = error;
                throw;
            }
            finally
            {
                places.Release();
                progress?.Report(new DeviceProgress(device, failure, Interlocked.Increment(ref done), chosen.Length));
            }
        }
    }

    private Device[] Chosen(IEnumerable<string>? devices) => devices is null ? [.. Devices.Values] : [.. devices.Select(Find).Distinct()];

    private Device Find(string name)
    {
        if (Devices.TryGetValue(name, out var device))
        {
            return device;
        }

        var nearest = NearestName.Find(name, Devices.Keys);
        throw new KeyNotFoundException($"Testbed '{Name}' has no device '{name}'{(nearest is null ? "" : $"; did you mean '{nearest}'?")} There are: {string.Join(", ", Devices.Keys)}.");
    }
}
