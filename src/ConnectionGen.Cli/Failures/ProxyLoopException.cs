namespace ConnectionGen.Cli;

/// <summary>A path goes through a device twice, or through the device that it leads to. Nothing was connected.</summary>
public sealed class ProxyLoopException : ConnectionGenException, IConnectionFailure
{
    internal ProxyLoopException(string message)
        : base(message)
    {
    }
}
