using System.Collections.ObjectModel;
using System.Diagnostics;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen;

/// <summary>A server that a testbed has beside its devices, such as one for images or for time. Values are resolved when they are read.</summary>
[DebuggerDisplay("{Name,nq}")]
public sealed class Server
{
    private readonly YamlEntry _entry;
    private readonly ValueScope _scope;
    private readonly Func<CredentialSet> _testbedCredentials;
    private CredentialSet? _credentials;
    private ReadOnlyDictionary<string, ServerService>? _services;

    internal Server(YamlEntry entry, ValueScope scope, Func<CredentialSet> testbedCredentials)
    {
        _entry = entry;
        _scope = scope;
        _testbedCredentials = testbedCredentials;
    }

    /// <summary>The name, such as <c>tftp</c>.</summary>
    public string Name => _entry.Key.Text;

    /// <summary>The host's name, <c>server</c>; null where none is given.</summary>
    public string? Host => this["server"];

    /// <summary>The first address; null where none is given.</summary>
    public string? Address => Addresses is [var first, ..] ? first : null;

    /// <summary>The addresses or host names: <c>address</c>, one or a list.</summary>
    public IReadOnlyList<string> Addresses => _scope.Texts(Body, "address") ?? [];

    /// <summary>The type; null where none is named.</summary>
    public string? Type => this["type"];

    /// <summary>The operating system; null where none is named.</summary>
    public string? Os => this["os"];

    /// <summary>The protocol; null where none is named.</summary>
    public string? Protocol => this["protocol"];

    /// <summary>The port; null where none is given.</summary>
    /// <exception cref="TestbedValueException">It is no number from 0 to 65535, or its markup gives nothing.</exception>
    public int? Port => _scope.Number(Body, "port", 0, 65535);

    /// <summary>The folder on the server; null where none is given.</summary>
    public string? Path => this["path"];

    /// <summary>The subnet; null where none is given.</summary>
    public string? Subnet => this["subnet"];

    /// <summary>How long to wait for the server; null where nothing is said.</summary>
    /// <exception cref="TestbedValueException">It is no length of time, or its markup gives nothing.</exception>
    public TimeSpan? Timeout => Value("timeout").ToTimeSpan();

    /// <summary>Whether the server comes and goes with the test, <c>dynamic</c>; null where nothing is said.</summary>
    /// <exception cref="TestbedValueException">It is neither true nor false, or its markup gives nothing.</exception>
    public bool? IsDynamic => Value("dynamic").ToBoolean();

    /// <summary>The credentials that hold for the server: its own, then its <c>username</c> and <c>password</c> as <c>default</c>, then the testbed's.</summary>
    public CredentialSet Credentials => LazyInitializer.EnsureInitialized(ref _credentials, () =>
        CredentialSet.Of(_testbedCredentials(), _scope, Body?.Mapping("credentials"), CredentialBlocks.FromUsernameAndPassword(Body)));

    /// <summary>What the server offers, by name, in file order.</summary>
    public IReadOnlyDictionary<string, ServerService> Services => LazyInitializer.EnsureInitialized(ref _services, ReadServices);

    /// <summary>What stands below <c>custom</c>.</summary>
    public TestbedValue Custom => Value("custom");

    /// <summary>The text under any key; null where there is none.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="TestbedValueException">It is not a single value, or its markup gives nothing.</exception>
    public string? this[string key] => _scope.Text(Body, key);

    /// <summary>The keys that are given.</summary>
    public IEnumerable<string> Keys => Body?.Entries.Select(static entry => entry.Key.Text) ?? [];

    /// <summary>Where its name stands in the testbed file.</summary>
    public FileRange? Range => _entry.Key.Range;

    private YamlMapping? Body => _entry.Value as YamlMapping;

    /// <summary>The value under any key, also a list or a map.</summary>
    /// <param name="key">The key.</param>
    public TestbedValue Value(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(Body?[key], key, _scope);
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private ReadOnlyDictionary<string, ServerService> ReadServices()
    {
        var services = new OrderedDictionary<string, ServerService>(StringComparer.Ordinal);
        foreach (var entry in Body?.Mapping("services")?.Entries ?? [])
            services[entry.Key.Text] = new ServerService(entry, _scope with { Part = $"service '{entry.Key.Text}' of {_scope.Part}" });

        return new ReadOnlyDictionary<string, ServerService>(services);
    }
}
