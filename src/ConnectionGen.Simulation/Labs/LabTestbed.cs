using System.Globalization;

namespace ConnectionGen.Simulation;

/// <summary>A testbed file as plain nodes, whatever it means: devices are found, addresses exchanged, all else stays as it is.</summary>
internal sealed class LabTestbed
{
    private static readonly string[] Replaced = ["protocol", "ip", "host", "port", "command", "ssh_options", "proxy"];
    private readonly MockMapping _root;

    private LabTestbed(MockMapping root) => _root = root;

    public static LabTestbed Read(string file)
    {
        var root = ReadWithBases(Path.GetFullPath(file), file, []);
        return root.Mapping("devices") is { Entries.Count: > 0 }
            ? new LabTestbed(root)
            : throw new SimulatedLabException(file, "there are no 'devices' in it");
    }

    public IEnumerable<LabDevice> Devices() =>
        from entry in _root.Mapping("devices")!.Entries
        let device = entry.Value as MockMapping
        where device is not null
        select new LabDevice(entry.Key.Text, device.Text("os"), device.Text("platform"), device.Text("model"), [.. Paths(device).Select(path => path.Key.Text)]);

    /// <summary>The file's text with the simulated devices' ports in it.</summary>
    public string WithAddresses(IReadOnlyDictionary<string, SimulatedDevice> devices) =>
        NodeText.Write(_root.With("devices", Exchanged(_root.Mapping("devices")!, devices)));

    private static MockMapping Exchanged(MockMapping all, IReadOnlyDictionary<string, SimulatedDevice> devices) => all.Select(entry =>
        entry.Value is MockMapping device && devices.TryGetValue(entry.Key.Text, out var simulated) && device.Mapping("connections") is { } connections
            ? device.With("connections", connections.Select(path => IsReachable(path) ? WithAddress((MockMapping)path.Value, Port(simulated, path.Key.Text)) : path.Value))
            : entry.Value);

    private static IEnumerable<MockEntry> Paths(MockMapping device) =>
        (device.Mapping("connections")?.Entries ?? []).Where(entry => entry.Key.Text != "defaults" && entry.Value is MockMapping);

    /// <summary>A path by which a terminal is reached; NETCONF and the like are none of a simulated device's.</summary>
    private static bool IsReachable(MockEntry path) => path.Key.Text != "defaults" && path.Value is MockMapping map
        && (map.Text("protocol") is { } protocol
            ? protocol.ToUpperInvariant() is "TELNET" or "SSH" or "CONSOLE" or "UNKNOWN"
            : Replaced.Any(key => map.Find(key) is not null));

    private static int Port(SimulatedDevice device, string path) => (device.Lines.FirstOrDefault(line => line.Name == path) ?? device.Lines[0]).Port;

    private static MockMapping WithAddress(MockMapping path, int port)
    {
        var entries = path.Entries.Where(entry => Array.IndexOf(Replaced, entry.Key.Text) < 0).ToList();
        foreach (var (key, value) in (ReadOnlySpan<(string, string)>)[("protocol", "telnet"), ("ip", "127.0.0.1"), ("port", port.ToString(CultureInfo.InvariantCulture))])
        {
            entries.Add(new MockEntry(new MockScalar(key, isPlain: true, path.Place), new MockScalar(value, isPlain: true, path.Place)));
        }

        return new MockMapping(entries, path.Place);
    }

    private static MockMapping ReadWithBases(string path, string named, HashSet<string> open)
    {
        if (!open.Add(path))
        {
            throw new SimulatedLabException(named, "it extends itself");
        }

        var own = NodeText.WithFullIncludes(ReadFile(path, named), Path.GetDirectoryName(path)!);
        var result = new MockMapping([], own.Place);
        foreach (var name in Bases(own))
        {
            result = Merged(result, ReadWithBases(Path.GetFullPath(name, Path.GetDirectoryName(path)!), name, open));
        }

        open.Remove(path);
        return Merged(result, own.Without("extends"));
    }

    private static MockMapping ReadFile(string path, string named)
    {
        try
        {
            return MockYaml.Read(File.ReadAllText(path), named, []) as MockMapping ?? throw new SimulatedLabException(named, "a testbed is a map, and this is not a map");
        }
        catch (MockDataException error)
        {
            throw new SimulatedLabException(named, error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SimulatedLabException(named, $"cannot be read: {error.Message}", error);
        }
    }

    private static IEnumerable<string> Bases(MockMapping testbed) => testbed.Find("extends") switch
    {
        MockScalar { Text.Length: > 0 } one => [one.Text],
        MockSequence several => several.Items.OfType<MockScalar>().Select(item => item.Text),
        _ => [],
    };

    /// <summary>Maps are merged key by key; of anything else the later one counts.</summary>
    private static MockMapping Merged(MockMapping first, MockMapping second)
    {
        var entries = first.Entries.ToList();
        foreach (var entry in second.Entries)
        {
            var at = entries.FindIndex(known => known.Key.Text == entry.Key.Text);
            if (at < 0)
            {
                entries.Add(entry);
            }
            else
            {
                entries[at] = entries[at].Value is MockMapping below && entry.Value is MockMapping above ? new MockEntry(entry.Key, Merged(below, above)) : entry;
            }
        }

        return new MockMapping(entries, second.Place);
    }
}
