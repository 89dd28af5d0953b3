namespace ConnectionGen.Tool;

/// <summary>How the command ends; docs/tool.md lists the numbers, since scripts rely on them.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>What was asked for was tried, and something of it failed: a file has errors, a device did not answer, a port is taken.</summary>
    public const int Failed = 1;

    /// <summary>What was asked for could not be tried: wrong arguments, a file that cannot be read or used.</summary>
    public const int Unusable = 2;

    /// <summary>Ctrl-C, as shells count it: 128 and the number of the signal.</summary>
    public const int Interrupted = 130;
}
