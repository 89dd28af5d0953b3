namespace ConnectionGen;

/// <summary>A worker's place in its pool.</summary>
internal sealed class PoolWorker<T>(T connection)
    where T : Connection
{
    public T Connection => connection;

    /// <summary>When its session was opened, in the clock's ticks.</summary>
    public long Opened { get; set; }

    /// <summary>When it was given back, in the clock's ticks.</summary>
    public long Used { get; set; }

    /// <summary>It was closed because nobody used it; it is opened again when it is needed.</summary>
    public bool IsResting { get; set; }

    /// <summary>The pool has become smaller: it is closed when it is given back.</summary>
    public bool IsRetired { get; set; }
}
