using System.Collections.Concurrent;
using global::Xunit;

namespace ConnectionGen.Xunit;

/// <summary>Which test holds which device.</summary>
internal sealed class DeviceLocks
{
    private static readonly TimeSpan s_usual = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<Device, Place> _places = new();

    public async Task<DeviceLock> TakeAsync(IEnumerable<Device> devices, TimeSpan? limit, TimeProvider time, CancellationToken cancellationToken)
    {
        Device[] wanted = [.. devices.Distinct().OrderBy(static device => device.Name, StringComparer.Ordinal)];
        var test = TestContext.Current.Test;
        if (test is not null && wanted.FirstOrDefault(device => PlaceOf(device).Holder?.Id == test.UniqueID) is { } held)
            throw new InvalidOperationException($"This test holds '{held.Name}' already. Lock all devices at once: LockAsync(r1, r2).");

        using var deadline = new CancellationTokenSource(limit ?? s_usual, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var taken = new Stack<Place>();
        foreach (var device in wanted)
        {
            var place = PlaceOf(device);
            try
            {
                await place.Free.WaitAsync(stop.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                var holder = place.Holder?.Name;
                Release(taken);
                cancellationToken.ThrowIfCancellationRequested();
                throw new DeviceLockTimeoutException(device.Name, holder, limit ?? s_usual);
            }

            place.Holder = test is null ? null : new Holder(test.UniqueID, test.TestDisplayName);
            taken.Push(place);
        }

        return new DeviceLock(wanted, () => Release(taken));
    }

    private static void Release(Stack<Place> taken)
    {
        while (taken.TryPop(out var place))
        {
            place.Holder = null;
            place.Free.Release();
        }
    }

    private Place PlaceOf(Device device) => _places.GetOrAdd(device, static _ => new Place());

    private sealed class Place
    {
        private volatile Holder? _holder;

        public SemaphoreSlim Free { get; } = new(1, 1);

        public Holder? Holder { get => _holder; set => _holder = value; }
    }

    private sealed record Holder(string Id, string Name);
}
