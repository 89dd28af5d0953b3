using System.Globalization;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen.Simulation;

/// <summary>A testbed file, as every part of the library reads it: devices are found, addresses exchanged, all else stays as it is.</summary>
internal sealed class LabTestbed
{
    private static readonly string[] s_replaced = ["protocol", "ip", "host", "port", "command", "ssh_options", "proxy"];
    private readonly TestbedDocument _document;

    private LabTestbed(TestbedDocument document) => _document = document;

    public static LabTestbed Read(string file)
    {
        var document = TestbedReader.Read(Text(file), file, ReadIfThere);
        if (document.Problems.FirstOrDefault(static problem => problem.Severity == ProblemSeverity.Error) is { } problem)
        {
            throw new SimulatedLabException(file, problem.ToString());
        }

        return document.Devices.Count > 0 ? new LabTestbed(document) : throw new SimulatedLabException(file, $"{file}: there are no 'devices' in it");
    }

    public IEnumerable<LabDevice> Devices() => _document.Devices.Select(static device =>
        new LabDevice(device.Name, device.Body.Text("os"), device.Body.Text("platform"), device.Body.Text("model"), [.. device.Paths.Select(static path => path.Name)]));

    /// <summary>The file's text with the simulated devices' ports in it, and with what it extends and includes in place.</summary>
    public string WithAddresses(IReadOnlyDictionary<string, SimulatedDevice> devices) => NodeText.Write(Map(_document.Root!, (name, value) => name switch
    {
        "extends" => null,
        "devices" when value is YamlMapping all => Map(all, (device, body) =>
            body is YamlMapping map && devices.TryGetValue(device, out var simulated) ? Device(map, simulated) : Node(body)),
        _ => Node(value),
    }));

    private static MockMapping Device(YamlMapping device, SimulatedDevice simulated) => Map(device, (name, value) =>
        name == "connections" && value is YamlMapping connections
            ? Map(connections, (path, body) => path != "defaults" && body is YamlMapping map && IsReachable(map) ? WithAddress(map, Port(simulated, path)) : Node(body))
            : Node(value));

    /// <summary>A path by which a terminal is reached; NETCONF and the like are none of a simulated device's.</summary>
    private static bool IsReachable(YamlMapping path) => path.Text("protocol") is { } protocol
        ? protocol.ToUpperInvariant() is "TELNET" or "SSH" or "CONSOLE" or "UNKNOWN"
        : s_replaced.Any(key => path.Find(key) is not null);

    private static int Port(SimulatedDevice device, string path) => (device.Lines.FirstOrDefault(line => line.Name == path) ?? device.Lines[0]).Port;

    private static MockMapping WithAddress(YamlMapping path, int port)
    {
        var kept = Map(path, static (key, value) => Array.IndexOf(s_replaced, key) < 0 ? Node(value) : null);
        return new MockMapping(
            [.. kept.Entries, Entry("protocol", "telnet"), Entry("ip", "127.0.0.1"), Entry("port", port.ToString(CultureInfo.InvariantCulture))],
            kept.Place);
    }

    private static MockEntry Entry(string key, string value) => new(Plain(key), Plain(value));

    private static MockScalar Plain(string text) => new(text, isPlain: true, new MockPlace(1, 1));

    private static MockNode Node(YamlNode node) => node switch
    {
        YamlMapping map => Map(map, static (_, value) => Node(value)),
        YamlSequence list => new MockSequence([.. list.Items.Select(Node)], Place(node)),
        YamlScalar scalar => Scalar(scalar),
        _ => throw new InvalidOperationException($"A node of the kind {node.GetType().Name} is not known."),
    };

    /// <summary>The map with other values; null leaves an entry out.</summary>
    private static MockMapping Map(YamlMapping map, Func<string, YamlNode, MockNode?> value)
    {
        var entries = new List<MockEntry>();
        foreach (var entry in map.Entries)
        {
            if (value(entry.Key.Text, entry.Value) is { } node)
            {
                entries.Add(new MockEntry(Scalar(entry.Key), node));
            }
        }

        return new MockMapping(entries, Place(map));
    }

    private static MockScalar Scalar(YamlScalar scalar) => new(scalar.Text, scalar.IsPlain, Place(scalar));

    private static MockPlace Place(YamlNode node) => new(node.Range.Start.Line, node.Range.Start.Column);

    private static string Text(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SimulatedLabException(file, $"{file}: cannot be read: {error.Message}", error);
        }
    }

    private static string? ReadIfThere(string file) => File.Exists(file) ? Text(file) : null;
}
