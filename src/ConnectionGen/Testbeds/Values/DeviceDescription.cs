using System.Collections.ObjectModel;
using System.Diagnostics;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen;

/// <summary>A device as the testbed file describes it. Values are resolved when they are read.</summary>
[DebuggerDisplay("{Name,nq}")]
public sealed class DeviceDescription
{
    private readonly DeviceNode _node;
    private readonly ValueScope _scope;
    private readonly Func<CredentialSet> _testbedCredentials;
    private readonly YamlMapping? _testbed;
    private readonly TopologyNode _topology;
    private CredentialSet? _credentials;
    private ConnectionDefaults? _defaults;
    private ReadOnlyDictionary<string, PathDescription>? _paths;

    internal DeviceDescription(DeviceNode node, TestbedDocument document, MarkupValues markup, Func<CredentialSet> testbedCredentials)
    {
        _node = node;
        _testbed = document.Testbed;
        _topology = document.Topology;
        _testbedCredentials = testbedCredentials;
        _scope = new ValueScope(markup, node);
    }

    /// <summary>The name.</summary>
    public string Name => _node.Name;

    /// <summary>The device's own other name, <c>alias</c>; the name where it has none.</summary>
    public string DeviceAlias => this["alias"] ?? Name;

    /// <summary>The operating system, such as <c>iosxe</c>; null where none is named.</summary>
    public string? Os => this["os"];

    /// <summary>The platform, such as <c>cat9k</c>; null where none is named.</summary>
    public string? Platform => this["platform"];

    /// <summary>The model; null where none is named.</summary>
    public string? Model => this["model"];

    /// <summary>The type, such as <c>router</c>; null where none is named.</summary>
    public string? Type => this["type"];

    /// <summary>The role, such as <c>pe</c> or <c>spine</c>; null where none is named.</summary>
    public string? Role => this["role"];

    /// <summary>The flavour of the operating system; null where none is named.</summary>
    public string? OsFlavor => this["os_flavor"];

    /// <summary>The version of the operating system; null where none is named.</summary>
    public string? Version => this["version"];

    /// <summary>The series, such as <c>asr9k</c>; null where none is named.</summary>
    public string? Series => this["series"];

    /// <summary>The platform's other name; null where none is named.</summary>
    public string? PlatformAlias => this["platform_alias"];

    /// <summary>The model's other name; null where none is named.</summary>
    public string? ModelAlias => this["model_alias"];

    /// <summary>The submodel; null where none is named.</summary>
    public string? Submodel => this["submodel"];

    /// <summary>The product identifier; null where none is named.</summary>
    public string? Pid => this["pid"];

    /// <summary>The identifier in an inventory; null where none is named.</summary>
    public string? DeviceId => this["device_id"];

    /// <summary>The region; null where none is named.</summary>
    public string? Region => this["region"];

    /// <summary>The kind of chassis, such as <c>single_rp</c>, <c>dual_rp</c>, <c>stack</c> or <c>quad</c>; null where none is named.</summary>
    public string? ChassisType => this["chassis_type"];

    /// <summary>The class that the file names for the device, which has no meaning here; null where none is named.</summary>
    public string? Class => this["class"];

    /// <summary>How a login that asks for user and password looks, and the user's name: <c>tacacs</c> of the device, then of the testbed, key by key.</summary>
    public LoginPrompts Tacacs => new(_node.Body.Mapping("tacacs"), _testbed?.Mapping("tacacs"), _scope);

    /// <summary>How the device is managed: <c>management</c>.</summary>
    public ManagementDescription Management => new(_node.Body.Mapping("management"), _scope);

    /// <summary>What stands below <c>custom</c>.</summary>
    public TestbedValue Custom => Value("custom");

    /// <summary>What holds for connections where a call says nothing else.</summary>
    public ConnectionDefaults Defaults => LazyInitializer.EnsureInitialized(ref _defaults, () => new ConnectionDefaults(_node.Defaults, _scope));

    /// <summary>The ways to reach the device, by name, in file order.</summary>
    public IReadOnlyDictionary<string, PathDescription> Paths => LazyInitializer.EnsureInitialized(ref _paths, ReadPaths);

    /// <summary>The credentials that hold for the device: its own, then the testbed's.</summary>
    public CredentialSet Credentials => LazyInitializer.EnsureInitialized(ref _credentials, () =>
        CredentialSet.Of(_testbedCredentials(), _scope, _node.Body.Mapping("credentials"), CredentialBlocks.FromPasswords(_node.Body, _testbed)));

    /// <summary>The text under any key; null where there is none.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="TestbedValueException">It is not a single value, or its markup gives nothing.</exception>
    public string? this[string key] => _scope.Text(_node.Body, key);

    /// <summary>The value under any key, also a list or a map, such as <c>clean</c>, <c>peripherals</c>, <c>hardware</c> or one that the format does not know.</summary>
    /// <param name="key">The key.</param>
    public TestbedValue Value(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(_node.Body[key], key, _scope);
    }

    /// <summary>The keys that are given.</summary>
    public IEnumerable<string> Keys => _node.Body.Entries.Select(static entry => entry.Key.Text);

    /// <summary>Where the device's name stands in the testbed file; null where it was made without one.</summary>
    public FileRange? Range => _node.Key.Range;

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>The device's interfaces as the topology describes them.</summary>
    internal IEnumerable<InterfaceDescription> Interfaces =>
        _topology.InterfacesOf(Name).Select(node => new InterfaceDescription(node, _scope with { Part = $"interface '{node.Name}'" }));

    internal ValueScope Scope => _scope;

    internal YamlMapping Body => _node.Body;

    private ReadOnlyDictionary<string, PathDescription> ReadPaths()
    {
        var paths = new OrderedDictionary<string, PathDescription>(_node.Paths.Count, StringComparer.Ordinal);
        foreach (var path in _node.Paths)
            paths[path.Name] = new PathDescription(path, _scope with { Path = path }, () => Credentials);

        return new ReadOnlyDictionary<string, PathDescription>(paths);
    }
}
