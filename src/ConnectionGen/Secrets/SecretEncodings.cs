using System.Collections.ObjectModel;

namespace ConnectionGen;

/// <summary>The encodings of <c>%ENC{text}</c> and of <c>%ENC{text, prefix=name}</c>.</summary>
/// <example><code>
/// var options = new TestbedOptions { SecretEncodings = SecretEncodings.FromPyatsConfiguration("/home/me/.pyats/pyats.conf") };
/// </code></example>
public sealed class SecretEncodings
{
    /// <summary>The encoding of a text without a prefix; pyATS's obscuring one with its usual key unless said otherwise.</summary>
    public ISecretEncoding Usual { get; init; } = new ObscuringEncoding();

    /// <summary>The other encodings by their prefix.</summary>
    public IReadOnlyDictionary<string, ISecretEncoding> ByPrefix { get; init; } = ReadOnlyDictionary<string, ISecretEncoding>.Empty;

    /// <summary>
    /// Reads the section <c>[secrets]</c> of a pyATS configuration file: <c>string.representer</c> and <c>string.key</c> say the usual encoding, any other
    /// <c>name.representer</c> and <c>name.key</c> the one of the prefix <c>name</c>.
    /// </summary>
    /// <param name="file">The file, such as <c>~/.pyats/pyats.conf</c> with its folder written out.</param>
    /// <param name="others">What makes an encoding of a representer, by its class name, and a key, which is null where the file has none; pyATS's own three are known.</param>
    /// <exception cref="SecretEncodingException">A representer is unknown, or needs a key and has none, or its key has another form.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SecretEncodings FromPyatsConfiguration(string file, IReadOnlyDictionary<string, Func<string?, ISecretEncoding>>? others = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        return PyatsSecrets.Read(file, File.ReadAllLines(file), others);
    }
}
