namespace ConnectionGen.Cli.Transports;

/// <summary>The reads of a process that wait for bytes: while they are fewer than the cores, one may keep its thread for a moment, and the pool still has threads.</summary>
internal sealed class WaitingReads
{
    // the cores are the process's, and so is what waits
    public static readonly WaitingReads Shared = new();

    private int _count;

    /// <summary>One more waits.</summary>
    /// <returns>True while they are few.</returns>
    public bool Enter() => Interlocked.Increment(ref _count) < Environment.ProcessorCount;

    public void Leave() => Interlocked.Decrement(ref _count);
}
