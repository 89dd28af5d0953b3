using System.Collections;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen;

/// <summary>The devices of a testbed: the keys are their names, and what asks for one may also give its alias.</summary>
[DebuggerDisplay("Count = {Count}")]
internal sealed class DeviceDictionary(string testbed) : IReadOnlyDictionary<string, Device>
{
    private readonly OrderedDictionary<string, Device> _byName = new(StringComparer.Ordinal);
    private Dictionary<string, Device>? _byAlias;

    public IEnumerable<string> Keys => _byName.Keys;

    public IEnumerable<Device> Values => _byName.Values;

    public int Count => _byName.Count;

    public Device this[string key] => TryGetValue(key, out var device) ? device : throw new KeyNotFoundException(
        $"Testbed '{testbed}' has no device '{key}'{NearestName.Advice(key, _byName.Keys)}");

    public void Add(Device device) => _byName.Add(device.Name, device);

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    // aliases are read when the first is asked for: one may be markup
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Device value)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _byName.TryGetValue(key, out value) || LazyInitializer.EnsureInitialized(ref _byAlias, ByAlias).TryGetValue(key, out value);
    }

    public IEnumerator<KeyValuePair<string, Device>> GetEnumerator() => _byName.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Dictionary<string, Device> ByAlias()
    {
        var devices = new Dictionary<string, Device>(StringComparer.Ordinal);
        foreach (var device in _byName.Values)
        {
            devices.TryAdd(device.DeviceAlias, device);
        }

        return devices;
    }
}
