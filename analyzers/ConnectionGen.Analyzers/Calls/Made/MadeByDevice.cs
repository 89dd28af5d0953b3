using Microsoft.CodeAnalysis;

namespace ConnectionGen.Analyzers;

/// <summary>What calls make, by device: a large project makes thousands of connections, and few of them on one device.</summary>
internal sealed class MadeByDevice
{
    private readonly ILookup<(string Name, string? File), MadeConnection> _known;
    private readonly MadeConnection[] _anywhere;

    public MadeByDevice(IEnumerable<MadeConnection> made)
    {
        var all = made.ToArray();
        _anywhere = [.. all.Where(one => !one.IsOfKnownDevice)];
        _known = all.Where(one => one.IsOfKnownDevice)
            .SelectMany(one => one.Device.Alternatives.SelectMany(group => group).Select(Key).Distinct().Select(key => (Key: key, Made: one)))
            .ToLookup(pair => pair.Key, pair => pair.Made);
    }

    /// <summary>What may be made on a device.</summary>
    public IEnumerable<MadeConnection> On(KnownDevice device) => _known[Key(device)].Concat(_anywhere);

    private static (string Name, string? File) Key(KnownDevice device) => (device.Name, device.Item?.Path);
}
