using System.Buffers;
using System.Text;
using System.Text.Json;

namespace ConnectionGen;

/// <summary>Makes a testbed without a file. What it builds is checked as a file would be.</summary>
/// <example><code>
/// await using var testbed = new TestbedBuilder("bench")
///     .AddCredential("default", "admin", password)
///     .AddDevice("r1", device => device.Set("os", "ios").AddPath("mgmt", path => path.Set("protocol", "ssh").Set("ip", "192.0.2.1")))
///     .Build();
/// </code></example>
public sealed class TestbedBuilder
{
    private readonly string _name;
    private readonly OrderedDictionary<string, DeviceBuilder> _devices = new(StringComparer.Ordinal);
    private readonly BuiltCredentials _credentials = new();

    /// <summary>Begins a testbed.</summary>
    /// <param name="name">Its name.</param>
    public TestbedBuilder(string name = "testbed")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _name = name;
    }

    /// <summary>Adds a credential for all devices.</summary>
    /// <param name="name">Its name; <c>default</c> is what logs in where nothing else is said.</param>
    /// <param name="username">The user name, or null.</param>
    /// <param name="password">The password, or null; it may be markup such as <c>%ENV{PASSWORD}</c>.</param>
    public TestbedBuilder AddCredential(string name, string? username, string? password)
    {
        _credentials.Add(name, username, password);
        return this;
    }

    /// <summary>Adds a device.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="describe">Says what it is and how it is reached.</param>
    /// <exception cref="ArgumentException">There is a device of that name.</exception>
    public TestbedBuilder AddDevice(string name, Action<DeviceBuilder> describe)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(describe);
        var device = new DeviceBuilder();
        if (!_devices.TryAdd(name, device))
        {
            throw new ArgumentException($"Testbed '{_name}' has a device '{name}' already.", nameof(name));
        }

        describe(device);
        return this;
    }

    /// <summary>Makes the testbed.</summary>
    /// <param name="options">How its connections behave.</param>
    /// <exception cref="TestbedFileException">Something that was said cannot work.</exception>
    public Testbed Build(TestbedOptions? options = null) => Testbed.Parse(Text(), options);

    /// <summary>The testbed as text; every text of JSON is one of YAML.</summary>
    private string Text()
    {
        var text = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(text))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("testbed");
            writer.WriteString("name", _name);
            _credentials.Write(writer);
            writer.WriteEndObject();
            writer.WriteStartObject("devices");
            foreach (var (name, device) in _devices)
            {
                writer.WritePropertyName(name);
                device.Write(writer);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.WrittenSpan);
    }
}
