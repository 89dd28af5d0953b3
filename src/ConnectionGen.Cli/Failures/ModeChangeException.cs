namespace ConnectionGen.Cli;

/// <summary>A device did not change to the mode that it was asked to change to. The message says which mode it is in, and what it answered.</summary>
public class ModeChangeException : Exception, IConnectionFailure
{
    internal ModeChangeException(string message)
        : base(message)
    {
    }
}
