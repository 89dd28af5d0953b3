using System.Collections;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen;

/// <summary>
/// The credentials that hold at one place: a path's own, then its device's, then the testbed's; the nearer one of a name wins as a whole.
/// Where a place has the older <c>tacacs</c> and <c>passwords</c> blocks, or a path has a <c>username</c> and <c>password</c> of its own,
/// those stand behind the credentials written there.
/// </summary>
[DebuggerDisplay("Count = {Count}")]
[SuppressMessage("Naming", "CA1710", Justification = "Who reads a testbed looks for credentials, not for a dictionary.")]
public sealed class CredentialSet : IReadOnlyDictionary<string, Credential>
{
    /// <summary>The name that is taken where a name is not there: <c>default</c>.</summary>
    public const string DefaultName = "default";

    /// <summary>The name of the credential whose password leads to a more privileged mode: <c>enable</c>.</summary>
    public const string EnableName = "enable";

    /// <summary>The name of the credential that Linux asks for before it runs a command as another user: <c>sudo</c>.</summary>
    public const string SudoName = "sudo";

    /// <summary>The name of the credential for the SSH client itself, such as the passphrase of its key: <c>ssh</c>.</summary>
    public const string SshName = "ssh";

    /// <summary>The name of the credential of a device's board management controller: <c>bmc</c>.</summary>
    public const string BmcName = "bmc";

    private readonly OrderedDictionary<string, Credential> _all;

    private CredentialSet(OrderedDictionary<string, Credential> all) => _all = all;

    internal static CredentialSet Empty { get; } = new([]);

    /// <summary>A set of what stands in some blocks, nearest first, before what a parent has.</summary>
    internal static CredentialSet Of(CredentialSet parent, ValueScope scope, params ReadOnlySpan<YamlMapping?> blocks)
    {
        var all = new OrderedDictionary<string, Credential>(StringComparer.Ordinal);
        foreach (var block in blocks)
        {
            foreach (var entry in block?.Entries ?? [])
            {
                if (entry.Value is YamlMapping values)
                    all.TryAdd(entry.Key.Text, new Credential(entry.Key.Text, values, scope));
            }
        }

        if (all.Count == 0)
            return parent;

        foreach (var (name, credential) in parent._all)
            all.TryAdd(name, credential);

        return new CredentialSet(all);
    }

    /// <summary>The credential of a name, else the one called <c>default</c>.</summary>
    /// <param name="key">The name.</param>
    /// <exception cref="KeyNotFoundException">There is neither.</exception>
    public Credential this[string key] => Find(key) ?? throw new KeyNotFoundException(
        Count == 0 ? $"There is no credential '{key}': none are given." : $"There is no credential '{key}' and no 'default'{NearestName.Advice(key, [.. Keys])}");

    /// <summary>The credential of a name, else the one called <c>default</c>, else null.</summary>
    /// <param name="name">The name.</param>
    public Credential? Find(string name) => _all.GetValueOrDefault(name) ?? _all.GetValueOrDefault(DefaultName);

    /// <summary>The names there are, inherited ones included, nearest first.</summary>
    public IEnumerable<string> Keys => _all.Keys;

    /// <summary>The credentials there are, inherited ones included, nearest first.</summary>
    public IEnumerable<Credential> Values => _all.Values;

    /// <inheritdoc/>
    public int Count => _all.Count;

    /// <summary>Whether there is a credential of exactly this name, an inherited one included.</summary>
    /// <param name="key">The name.</param>
    public bool ContainsKey(string key) => _all.ContainsKey(key);

    /// <summary>The credential of exactly this name, an inherited one included; <c>default</c> does not stand in.</summary>
    /// <param name="key">The name.</param>
    /// <param name="value">The credential.</param>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Credential value) => _all.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, Credential>> GetEnumerator() => _all.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
