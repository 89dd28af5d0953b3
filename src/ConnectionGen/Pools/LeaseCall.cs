using System.Threading.Tasks.Sources;

namespace ConnectionGen;

/// <summary>A call that waits for a lease: place in the queue and end of the wait in one object, since with many callers this is made for most of them.</summary>
internal sealed class LeaseCall<T>(ConnectionPool<T> pool, long start, long deadline, CancellationToken cancellationToken)
    : WaitingCall<PoolWorker<T>>(deadline), IValueTaskSource<ConnectionLease<T>>
    where T : Connection
{
    private ManualResetValueTaskSourceCore<ConnectionLease<T>> _lease = new() { RunContinuationsAsynchronously = true };
    private CancellationTokenRegistration _cancellation;

    /// <summary>To be called once it stands in the queue.</summary>
    public void WatchCancellation()
    {
        _cancellation = cancellationToken.UnsafeRegister(static call => ((LeaseCall<T>)call!).Cancel(), this);
        Interlocked.MemoryBarrier();
        if (!IsWaiting)
        {
            _cancellation.Unregister(); // it has left the queue before there was something to unregister
        }
    }

    public ValueTask<ConnectionLease<T>> Lease => new(this, _lease.Version);

    public override void Fail(Exception reason)
    {
        _cancellation.Unregister();
        _lease.SetException(reason);
    }

    public override void End(Taken<PoolWorker<T>>? taken)
    {
        _cancellation.Unregister();
        if (taken is { } mine && pool.IsReady(mine.Worker))
        {
            _lease.SetResult(pool.Lend(mine));
        }
        else
        {
            _ = EndSlowlyAsync(taken);
        }
    }

    ConnectionLease<T> IValueTaskSource<ConnectionLease<T>>.GetResult(short token) => _lease.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<ConnectionLease<T>>.GetStatus(short token) => _lease.GetStatus(token);

    void IValueTaskSource<ConnectionLease<T>>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
        => _lease.OnCompleted(continuation, state, token, flags);

    private void Cancel()
    {
        if (pool.Leave(this))
        {
            _lease.SetException(new OperationCanceledException(cancellationToken));
        }
    }

    private async Task EndSlowlyAsync(Taken<PoolWorker<T>>? taken)
    {
        try
        {
            var lease = taken is { } mine ? await pool.PrepareAsync(mine, start, cancellationToken).ConfigureAwait(false) : throw pool.NoneInTime();
            _lease.SetResult(lease);
        }
        catch (Exception error)
        {
            _lease.SetException(error);
        }
    }
}
