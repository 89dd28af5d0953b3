namespace ConnectionGen.Cli;

/// <summary>
/// A device asks for a login again, and no credential is left for it: those of <c>login_creds</c> were sent, and those of <c>fallback_credentials</c>, or as
/// many as <c>login_attempts</c> allows.
/// </summary>
public sealed class CredentialsExhaustedException : AuthenticationFailedException
{
    internal CredentialsExhaustedException(string message, IReadOnlyList<string> credentials, Exception? innerException = null)
        : base(message, innerException) => Credentials = credentials;

    /// <summary>The names of the credentials that were sent, in order.</summary>
    public IReadOnlyList<string> Credentials { get; }
}
