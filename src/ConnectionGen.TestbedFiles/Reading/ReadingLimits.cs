namespace ConnectionGen.TestbedFiles;

/// <summary>What a testbed file may ask of its reader, so that a few lines cannot ask for all memory.</summary>
public static class ReadingLimits
{
    /// <summary>The longest text, in UTF-16 units.</summary>
    public const int Length = 64 * 1024 * 1024;

    /// <summary>How deep lists and maps may stand in each other, aliases followed.</summary>
    public const int Depth = 100;

    /// <summary>How many nodes aliases may stand for altogether.</summary>
    public const int AliasedNodes = 5_000_000;

    /// <summary>How many faults are reported before the rest of a file is left unread.</summary>
    public const int Faults = 10;
}
