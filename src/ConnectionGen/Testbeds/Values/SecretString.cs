using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace ConnectionGen;

/// <summary>
/// A text that is not shown: not in logs, messages, debuggers or JSON. Only <see cref="Reveal"/> gives it, so that every place that uses a
/// secret can be found. JSON gets eight asterisks, too; a text in JSON can be read as a secret.
/// </summary>
[DebuggerDisplay("********")]
[JsonConverter(typeof(SecretStringConverter))]
public sealed class SecretString : IEquatable<SecretString>
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _text;

    /// <summary>Keeps a text from being shown.</summary>
    /// <param name="text">The secret in clear text.</param>
    public SecretString(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
    }

    /// <summary>The secret in clear text. Send it and forget it: what goes into a log, a message or a variable of a trace is no secret any more.</summary>
    public string Reveal() => _text;

    /// <summary>Asterisks, always eight, so that not even the length shows.</summary>
    public override string ToString() => "********";

    /// <summary>Whether two secrets are the same text. The time it takes tells nothing about the text but its length.</summary>
    /// <param name="other">The other secret.</param>
    public bool Equals(SecretString? other) =>
        other is not null && CryptographicOperations.FixedTimeEquals(Bytes(_text), Bytes(other._text));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SecretString);

    /// <inheritdoc/>
    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    /// <summary>Whether two secrets are the same text.</summary>
    public static bool operator ==(SecretString? left, SecretString? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two secrets are different texts.</summary>
    public static bool operator !=(SecretString? left, SecretString? right) => !(left == right);

    private static ReadOnlySpan<byte> Bytes(string text) => MemoryMarshal.AsBytes(text.AsSpan());
}
