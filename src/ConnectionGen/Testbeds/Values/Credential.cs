using System.Diagnostics;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen;

/// <summary>A named set of what is needed to log in. Values are resolved when they are read, so an environment variable that is not set matters only then.</summary>
[DebuggerDisplay("{Name,nq}")]
public sealed class Credential
{
    private const string UsernameKey = "username";

    private readonly YamlMapping _values;
    private readonly ValueScope _scope;

    internal Credential(string name, YamlMapping values, ValueScope scope)
    {
        Name = name;
        _values = values;
        _scope = scope;
    }

    /// <summary>The name, such as <c>default</c> or <c>enable</c>.</summary>
    public string Name { get; }

    /// <summary>The user's name; null where none is given.</summary>
    /// <exception cref="TestbedValueException">Its markup gives nothing.</exception>
    public string? Username => _scope.Text(_values, UsernameKey);

    /// <summary>The password; null where none is given. A <c>%ASK{}</c> is asked when it is first read.</summary>
    /// <exception cref="TestbedValueException">Its markup gives nothing.</exception>
    // a debugger that looks at it would ask the user
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public SecretString? Password => this["password"];

    /// <summary>Any other value, such as <c>enable_password</c> or <c>passphrase</c>; null where it is not given.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="TestbedValueException">Its markup gives nothing.</exception>
    public SecretString? this[string key] => _scope.Secret(_values, key);

    /// <summary>
    /// The secrets whose text can be told without asking anybody: all values but the user's name, a <c>%ASK{}</c> only once it was answered. For what
    /// keeps secrets out of records.
    /// </summary>
    /// <returns>The secrets; a value whose markup gives nothing is none of them.</returns>
    public IReadOnlyList<SecretString> Known() => [.. Keys.Where(static key => key != UsernameKey).Select(KnownUnder).OfType<SecretString>()];

    /// <summary>The keys that are given.</summary>
    public IEnumerable<string> Keys => _values.Entries.Select(static entry => entry.Key.Text);

    /// <summary>Where the credential stands in the testbed file; null where it was made without one.</summary>
    public FileRange? Range => _values.Range;

    /// <summary>The name; never a value.</summary>
    public override string ToString() => Name;

    private SecretString? KnownUnder(string key)
    {
        try
        {
            return _scope.WouldAsk(_values, key) ? null : this[key];
        }
        catch (TestbedValueException)
        {
            return null;
        }
    }
}
