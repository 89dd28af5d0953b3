namespace ConnectionGen.Cli;

/// <summary>A device refused to reload or to switch over, or did not come back. The message says which; the connection is disconnected in the latter case.</summary>
public sealed class ReloadFailedException : Exception, IConnectionFailure
{
    internal ReloadFailedException(string message, string output, bool isRefused, Exception? innerException = null)
        : base(message, innerException) => (Output, IsRefused) = (output, isRefused);

    /// <summary>All that it said while the link was there; secrets are replaced.</summary>
    public string Output { get; }

    /// <summary>True if the device went on as before.</summary>
    public bool IsRefused { get; }
}
