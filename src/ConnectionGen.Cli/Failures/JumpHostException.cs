namespace ConnectionGen.Cli;

/// <summary>The way through a jump host failed: it closed, it never gave a prompt, or it could not reach what lies behind it. The message holds what it said.</summary>
public sealed class JumpHostException : IOException, IConnectionFailure
{
    internal JumpHostException(string message, string jumpHost, Exception? innerException = null)
        : base(message, innerException) => JumpHost = jumpHost;

    /// <summary>The name of the device or server that the way goes through.</summary>
    public string JumpHost { get; }
}
