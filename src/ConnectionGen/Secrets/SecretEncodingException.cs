namespace ConnectionGen;

/// <summary>A secret cannot be encoded or decoded. The message says why, and holds neither the secret nor its encoded form nor the key.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="inner">What it was caused by.</param>
public sealed class SecretEncodingException(string message, Exception? inner = null) : Exception(message, inner);
