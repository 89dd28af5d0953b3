using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ConnectionGen;

/// <summary>
/// Encryption with a key that only its users have, in the Fernet format: AES-128 in CBC mode, and an HMAC with SHA-256 that tells a wrong key or a
/// changed text. Keep the key out of the repository that the testbed file is in.
/// </summary>
/// <remarks>The format is version 0x80 of the Fernet specification, https://github.com/fernet/spec. A text has no age at which it ends.</remarks>
/// <example><code>
/// var options = new TestbedOptions { SecretEncodings = new() { Usual = new FernetEncoding(File.ReadAllText("/run/secrets/lab-key").Trim()) } };
/// </code></example>
public sealed class FernetEncoding : ISecretEncoding
{
    private const byte Version = 0x80;
    private const int KeyLength = 32;
    private const int BlockLength = 16;
    private const int HeadLength = 1 + 8 + BlockLength;
    private const int SignatureLength = 32;

    private readonly byte[] _signingKey;
    private readonly byte[] _encryptionKey;
    private readonly TimeProvider _time;

    /// <summary>Encrypts with a key.</summary>
    /// <param name="key">32 bytes in base64, as <see cref="GenerateKey"/> and <c>pyats secret keygen</c> make them.</param>
    /// <param name="timeProvider">Tells the time that an encoded text holds; the system's unless said otherwise.</param>
    /// <exception cref="ArgumentException">The key has another form.</exception>
    public FernetEncoding(string key, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(key);
        var bytes = KeyBytes(key);
        if (bytes.Length != KeyLength)
            throw new ArgumentException("A Fernet key is 32 bytes in base64, 44 characters; FernetEncoding.GenerateKey() and 'pyats secret keygen' make one.", nameof(key));

        _signingKey = bytes[..BlockLength];
        _encryptionKey = bytes[BlockLength..];
        _time = timeProvider ?? TimeProvider.System;
    }

    /// <summary>A new key, made at random.</summary>
    public static string GenerateKey() => Base64Text.Encode(RandomNumberGenerator.GetBytes(KeyLength));

    /// <inheritdoc/>
    public SecretString Decode(string encoded)
    {
        ArgumentNullException.ThrowIfNull(encoded);
        var token = Token(encoded);
        var signed = token.AsSpan(0, token.Length - SignatureLength);
        if (!CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(_signingKey, signed), token.AsSpan(token.Length - SignatureLength)))
            throw new SecretEncodingException("The text was encrypted with another key, or was changed since.");

        try
        {
            using var aes = Aes.Create();
            aes.Key = _encryptionKey;
            return new SecretString(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(aes.DecryptCbc(signed[HeadLength..], signed[(HeadLength - BlockLength)..HeadLength])));
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            throw new SecretEncodingException("The text is no Fernet token: what it holds cannot be decrypted.");
        }
    }

    /// <inheritdoc/>
    public string Encode(SecretString secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return Encode(secret, RandomNumberGenerator.GetBytes(BlockLength));
    }

    internal string Encode(SecretString secret, byte[] iv)
    {
        using var aes = Aes.Create();
        aes.Key = _encryptionKey;
        var head = new byte[HeadLength];
        head[0] = Version;
        BinaryPrimitives.WriteInt64BigEndian(head.AsSpan(1), _time.GetUtcNow().ToUnixTimeSeconds());
        iv.CopyTo(head, HeadLength - BlockLength);
        byte[] signed = [.. head, .. aes.EncryptCbc(Encoding.UTF8.GetBytes(secret.Reveal()), iv)];
        return Base64Text.Encode([.. signed, .. HMACSHA256.HashData(_signingKey, signed)]);
    }

    private static byte[] Token(string encoded)
    {
        byte[] token;
        try
        {
            token = Base64Text.Decode(encoded);
        }
        catch (FormatException)
        {
            throw new SecretEncodingException("The text is no Fernet token: it is no base64.");
        }

        if (token.Length < HeadLength + BlockLength + SignatureLength || (token.Length - HeadLength - SignatureLength) % BlockLength != 0)
            throw new SecretEncodingException("The text is no Fernet token: it has another length.");

        return token[0] == Version ? token : throw new SecretEncodingException("The text is no Fernet token: it does not begin with version 0x80.");
    }

    private static byte[] KeyBytes(string key)
    {
        try
        {
            return Base64Text.Decode(key);
        }
        catch (FormatException)
        {
            return [];
        }
    }
}
