using System.Collections.ObjectModel;
using System.Diagnostics;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen;

/// <summary>A testbed as its file describes it: nothing is connected, and values such as passwords are resolved only when they are read.</summary>
[DebuggerDisplay("{Name,nq}")]
public sealed class TestbedDescription
{
    private readonly TestbedDocument _document;
    private readonly MarkupValues _markup;
    private readonly ValueScope _scope;
    private readonly Reduction? _reduction;
    private ReadOnlyDictionary<string, Server>? _servers;
    private IReadOnlyList<TestbedProblem>? _problems;

    private TestbedDescription(TestbedDocument document, TestbedValueSources sources)
    {
        _document = document;
        _markup = new MarkupValues(document, sources);
        _scope = new ValueScope(_markup);
        Credentials = CredentialSet.Of(CredentialSet.Empty, _scope, document.Testbed?.Mapping("credentials"), CredentialBlocks.FromPasswords(document.Testbed));
        Devices = [.. document.Devices.Select(device => new DeviceDescription(device, document, _markup, () => Credentials))];
    }

    private TestbedDescription(TestbedDescription whole, Reduction reduction)
    {
        _document = whole._document;
        _markup = whole._markup;
        _scope = whole._scope;
        _reduction = reduction;
        Credentials = whole.Credentials;
        Devices = [.. whole.Devices.Where(device => reduction.Devices.Contains(device.Name))];
    }

    /// <summary>The testbed's name; the file's where the file has none, or a list or map in its place.</summary>
    /// <exception cref="TestbedValueException">Its markup gives nothing.</exception>
    public string Name => _document.Testbed?["name"] is { } node && _markup.Resolve(node, "name", _scope) is YamlScalar { IsNull: false } name ? name.Text : _document.Name;

    /// <summary>The testbed's other name, <c>alias</c>; its name where it has none.</summary>
    public string Alias => this["alias"] ?? Name;

    /// <summary>The class that the file names for the testbed, which has no meaning here; null where none is named.</summary>
    public string? Class => this["class"];

    /// <summary>The file as it was named when it was read.</summary>
    public string File => _document.File;

    /// <summary>The devices in file order.</summary>
    public IReadOnlyList<DeviceDescription> Devices { get; }

    /// <summary>The credentials that hold for every device that has none of its own.</summary>
    public CredentialSet Credentials { get; }

    /// <summary>How a login that asks for user and password looks, and the user's name: <c>tacacs</c>.</summary>
    public LoginPrompts Tacacs => new(_document.Testbed?.Mapping("tacacs"), null, _scope);

    /// <summary>The servers that the testbed has beside its devices, by name, in file order.</summary>
    public IReadOnlyDictionary<string, Server> Servers => LazyInitializer.EnsureInitialized(ref _servers, ReadServers);

    /// <summary>What stands below <c>network</c>.</summary>
    public TestbedValue Network => Value("network");

    /// <summary>What stands below <c>custom</c>.</summary>
    public TestbedValue Custom => Value("custom");

    /// <summary>The text under any key of the <c>testbed</c> block; null where there is none.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="TestbedValueException">It is not a single value, or its markup gives nothing.</exception>
    public string? this[string key] => _scope.Text(_document.Testbed, key);

    /// <summary>The value under any key of the <c>testbed</c> block, also a list or a map.</summary>
    /// <param name="key">The key.</param>
    public TestbedValue Value(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(_document.Testbed?[key], key, _scope);
    }

    /// <summary>
    /// What the file gives reason to doubt, but not to refuse it: what the build reports as warnings and information, and what it could not know there,
    /// since this file may be another one. Warnings also go to the log when the file is loaded.
    /// </summary>
    public IReadOnlyList<TestbedProblem> Problems => LazyInitializer.EnsureInitialized(ref _problems, () => _document.ProblemsWith(ConnectionClasses.Set()));

    internal ValueScope Scope => _scope;

    internal YamlMapping? Block => _document.Testbed;

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    internal IReadOnlyList<YamlEntry> DescribedLinks => _document.Topology.DescribedLinks;

    internal ValueScope ScopeOfLink(string name) => _scope with { Part = $"link '{name}'" };

    /// <summary>The same testbed with some of its devices, and the interfaces on some of its links; where null, on those that it has.</summary>
    internal TestbedDescription Reduced(IReadOnlySet<string> devices, IReadOnlySet<string>? links) => new(this, new(devices, links ?? _reduction?.Links));

    internal bool Keeps(InterfaceDescription one) => _reduction?.Links is not { } links || (one.Link is { } link && links.Contains(link));

    internal bool Keeps(Link link) => _reduction is null || link.Interfaces.Count > 0;

    /// <summary>The names of all links, and the aliases that descriptions give them.</summary>
    internal IEnumerable<string> NamesOfLinks() =>
        DescribedLinks.SelectMany(link => new[] { link.Key.Text, _scope.Text(link.Value as YamlMapping, "alias") })
            .Concat(Devices.SelectMany(static device => device.Interfaces).Select(static one => one.Link))
            .OfType<string>();

    /// <summary>The run-time values of a document that was read.</summary>
    /// <exception cref="TestbedFileException">The document has an error.</exception>
    internal static TestbedDescription From(TestbedDocument document, TestbedValueSources? sources = null)
    {
        if (document.Problems.Any(static problem => problem.Severity == ProblemSeverity.Error))
            throw new TestbedFileException(document.File, document.ProblemsWith(ConnectionClasses.Set()));

        return new TestbedDescription(document, sources ?? new TestbedValueSources());
    }

    private ReadOnlyDictionary<string, Server> ReadServers()
    {
        var servers = new OrderedDictionary<string, Server>(StringComparer.Ordinal);
        foreach (var entry in _document.Testbed?.Mapping("servers")?.Entries ?? [])
            servers[entry.Key.Text] = new Server(entry, _scope with { Part = $"server '{entry.Key.Text}'" }, () => Credentials);

        return new ReadOnlyDictionary<string, Server>(servers);
    }

    private sealed record Reduction(IReadOnlySet<string> Devices, IReadOnlySet<string>? Links);
}
