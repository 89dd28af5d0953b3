namespace ConnectionGen;

/// <summary>A call that waits for a lease: place in the queue and task in one object, since with many callers this is made for most of them.</summary>
internal sealed class LeaseCall<T>(ConnectionPool<T> pool, long start, long deadline, CancellationToken cancellationToken)
    : TaskCompletionSource<ConnectionLease<T>>(TaskCreationOptions.RunContinuationsAsynchronously), IWaitingCall<PoolWorker<T>>
    where T : Connection
{
    private CancellationTokenRegistration _cancellation;

    public long Start => start;

    /// <summary>In the clock's ticks; <see cref="long.MinValue"/> for now or never, <see cref="long.MaxValue"/> for forever.</summary>
    public long Deadline => deadline;

    public IWaitingCall<PoolWorker<T>>? Previous { get; set; }

    public IWaitingCall<PoolWorker<T>>? Next { get; set; }

    /// <summary>To be called once it stands in the queue.</summary>
    public void WatchCancellation(Action<LeaseCall<T>> leave)
    {
        _cancellation = cancellationToken.UnsafeRegister(static state => ((Action)state!)(), () => leave(this));
        if (Task.IsCompleted)
        {
            _cancellation.Unregister(); // it ended before there was something to unregister
        }
    }

    public void Cancel() => TrySetCanceled(cancellationToken);

    public void Fail(Exception reason)
    {
        _cancellation.Unregister();
        TrySetException(reason);
    }

    public void End(Taken<PoolWorker<T>>? taken)
    {
        _cancellation.Unregister();
        if (taken is { } mine && pool.IsReady(mine.Worker))
        {
            TrySetResult(pool.Lend(mine));
        }
        else
        {
            _ = EndSlowlyAsync(taken);
        }
    }

    private async Task EndSlowlyAsync(Taken<PoolWorker<T>>? taken)
    {
        try
        {
            var lease = taken is { } mine ? await pool.PrepareAsync(mine, start, cancellationToken).ConfigureAwait(false) : throw pool.NoneInTime();
            TrySetResult(lease);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            TrySetCanceled(cancellationToken);
        }
        catch (Exception error)
        {
            TrySetException(error);
        }
    }
}
