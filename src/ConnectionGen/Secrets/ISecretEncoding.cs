namespace ConnectionGen;

/// <summary>
/// How the text in <c>%ENC{…}</c> is encoded. The library has <see cref="ObscuringEncoding"/>, <see cref="FernetEncoding"/> and
/// <see cref="PlainTextEncoding"/>; one of your own may ask a vault.
/// </summary>
public interface ISecretEncoding
{
    /// <summary>The text in clear.</summary>
    /// <param name="encoded">The text between the braces.</param>
    /// <exception cref="SecretEncodingException">The text is not of this encoding, or was encoded with another key.</exception>
    SecretString Decode(string encoded);

    /// <summary>The text to write between the braces.</summary>
    /// <param name="secret">The secret.</param>
    /// <exception cref="SecretEncodingException">The encoding cannot hold this text.</exception>
    string Encode(SecretString secret);
}
