namespace ConnectionGen.Cli;

/// <summary>Another session holds the configuration, after all attempts to enter it. The message says what the device answered. Nothing was configured.</summary>
public sealed class ConfigurationLockedException : ModeChangeException
{
    internal ConfigurationLockedException(string message)
        : base(message)
    {
    }
}
