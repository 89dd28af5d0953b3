namespace ConnectionGen;

/// <summary>A call that waits for a worker, in its pool's queue. Whoever takes it out of the queue ends it, once.</summary>
internal interface IWaitingCall<TWorker>
    where TWorker : class
{
    /// <summary>When its time is over, in the clock's ticks.</summary>
    long Deadline { get; }

    IWaitingCall<TWorker>? Previous { get; set; }

    IWaitingCall<TWorker>? Next { get; set; }

    /// <summary>A worker has come; null: its time is over.</summary>
    void End(Taken<TWorker>? taken);

    /// <summary>The pool has ended.</summary>
    void Fail(Exception reason);
}
