namespace ConnectionGen;

/// <summary>A call that waits for a worker, in its pool's queue. Whoever takes it out of the queue ends it, once.</summary>
/// <param name="deadline">When its time is over, in the clock's ticks; <see cref="long.MinValue"/> for now or never, <see cref="long.MaxValue"/> for forever.</param>
internal abstract class WaitingCall<TWorker>(long deadline)
    where TWorker : class
{
    public long Deadline => deadline;

    /// <summary>True while it stands in the queue.</summary>
    public bool IsWaiting { get; set; }

    public WaitingCall<TWorker>? Previous { get; set; }

    public WaitingCall<TWorker>? Next { get; set; }

    /// <summary>A worker has come; null: its time is over.</summary>
    public abstract void End(Taken<TWorker>? taken);

    /// <summary>The pool has ended.</summary>
    public abstract void Fail(Exception reason);
}
