namespace ConnectionGen.Cli;

/// <summary>A device has no line free for another session, or the console that was asked for is in use. Nothing was sent to it.</summary>
public sealed class NoFreeLineException : IOException, IConnectionFailure
{
    internal NoFreeLineException(string message)
        : base(message)
    {
    }
}
