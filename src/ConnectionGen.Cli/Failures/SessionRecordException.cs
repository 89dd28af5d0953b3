namespace ConnectionGen.Cli;

/// <summary>A session cannot be recorded as it was asked to be: the file cannot be written, or its name has no meaning.</summary>
public sealed class SessionRecordException : IOException, IConnectionFailure
{
    internal SessionRecordException(string message, string file, Exception? innerException = null)
        : base(message, innerException) => File = file;

    /// <summary>The file, as far as its name is known.</summary>
    public string File { get; }
}
