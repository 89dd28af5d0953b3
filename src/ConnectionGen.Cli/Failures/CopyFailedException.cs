namespace ConnectionGen.Cli;

/// <summary>A copy failed: <see cref="Failure"/> says why. The connection is ready for the next command; what was begun at the destination may be there.</summary>
public sealed class CopyFailedException : IOException, IConnectionFailure
{
    internal CopyFailedException(string message, CopyFailure failure, string text = "", Exception? innerException = null)
        : base(message, innerException) => (Failure, Text) = (failure, text);

    /// <summary>What kind of failure it was.</summary>
    public CopyFailure Failure { get; }

    /// <summary>All that the device said; secrets are replaced.</summary>
    public string Text { get; }
}

/// <summary>Why a copy failed.</summary>
public enum CopyFailure
{
    /// <summary>Another reason; see the message.</summary>
    Other,

    /// <summary>The destination has no room for the file.</summary>
    DiskFull,

    /// <summary>There is no such file, folder or file system.</summary>
    NotFound,

    /// <summary>A file is there already, and was not to be overwritten.</summary>
    Exists,

    /// <summary>The server could not be reached, or the network lost it.</summary>
    Network,

    /// <summary>The server refused user, password or access.</summary>
    Refused,

    /// <summary>The server's host key is not known.</summary>
    HostKey,

    /// <summary>The device asked for something that the request does not say.</summary>
    Unanswered,

    /// <summary>It did not end within its limit.</summary>
    TimedOut,
}
