using System.Security.Cryptography;
using System.Text;

namespace ConnectionGen;

/// <summary>
/// pyATS's usual encoding. It only keeps a passer-by from reading a password: each character is moved by one of the key, which repeats, and the
/// result is written as UTF-8 in base64. With the usual key, which everybody knows, anybody can undo it. Use <see cref="FernetEncoding"/> to protect a secret.
/// </summary>
/// <remarks>
/// The usual key was found by comparing published texts with their encoded forms, which shows its first sixteen characters; the last one completes the word.
/// </remarks>
public sealed class ObscuringEncoding : ISecretEncoding
{
    private const string UsualKey = "pyats_default_key";
    private const int Characters = 256;

    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _key;

    /// <summary>Encodes with a key of one's own.</summary>
    /// <param name="key">The key, <c>string.key</c> of a pyATS configuration; the usual one unless said otherwise.</param>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    public ObscuringEncoding(string? key = null)
    {
        if (key is not null && string.IsNullOrWhiteSpace(key))
            throw new ArgumentException("The key is empty. Leave it out for the usual one, or give one that ObscuringEncoding.GenerateKey() made.", nameof(key));

        _key = key ?? UsualKey;
    }

    /// <summary>Whether the key is the usual one, so that anybody can decode.</summary>
    public bool HasUsualKey => _key == UsualKey;

    /// <summary>A new key, made at random.</summary>
    public static string GenerateKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <inheritdoc/>
    public SecretString Decode(string encoded)
    {
        ArgumentNullException.ThrowIfNull(encoded);
        try
        {
            var moved = s_strict.GetString(Base64Text.Decode(encoded));
            return new SecretString(string.Create(moved.Length, (moved, _key), static (text, from) =>
            {
                for (var i = 0; i < text.Length; i++)
                    text[i] = from.moved[i] < Characters ? (char)((from.moved[i] - KeyAt(from._key, i) + Characters) % Characters) : throw new FormatException();
            }));
        }
        catch (Exception error) when (error is FormatException or ArgumentException)
        {
            // the causes quote what they were given
            throw new SecretEncodingException("The text is not of pyATS's obscuring encoding.");
        }
    }

    /// <inheritdoc/>
    public string Encode(SecretString secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var text = secret.Reveal();
        if (text.Any(static c => c >= Characters))
            throw new SecretEncodingException("The obscuring encoding holds only characters up to U+00FF; FernetEncoding holds any.");

        var moved = string.Create(text.Length, (text, _key), static (result, from) =>
        {
            for (var i = 0; i < result.Length; i++)
                result[i] = (char)((from.text[i] + KeyAt(from._key, i)) % Characters);
        });
        return Base64Text.Encode(s_strict.GetBytes(moved));
    }

    private static int KeyAt(string key, int index) => key[index % key.Length] % Characters;
}
