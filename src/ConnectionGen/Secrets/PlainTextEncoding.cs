namespace ConnectionGen;

/// <summary>The encoding that changes nothing: <c>%ENC{text}</c> is the text. It has no key and hides nothing in the file.</summary>
public sealed class PlainTextEncoding : ISecretEncoding
{
    /// <inheritdoc/>
    public SecretString Decode(string encoded) => new(encoded);

    /// <inheritdoc/>
    public string Encode(SecretString secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return secret.Reveal();
    }
}
