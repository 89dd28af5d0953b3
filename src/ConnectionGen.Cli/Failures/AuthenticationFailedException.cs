namespace ConnectionGen.Cli;

/// <summary>A device refused a login or an enable password. The message names the credentials that were tried, never their values.</summary>
public class AuthenticationFailedException : Exception, IConnectionFailure
{
    internal AuthenticationFailedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
