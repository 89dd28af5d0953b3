namespace ConnectionGen;

/// <content>How workers are lent and given back.</content>
public sealed partial class ConnectionPool<T>
{
    private long _leases;
    private long _timeouts;
    private long _reconnects;
    private int _broken;

    /// <inheritdoc/>
    public override PoolStatistics Statistics => new(
        Size, _free.Count, Volatile.Read(ref _broken), _free.Waiting, Interlocked.Read(ref _leases), Interlocked.Read(ref _timeouts), Interlocked.Read(ref _reconnects));

    /// <summary>Takes a worker back. One from before the pool was closed and opened again is among the others already.</summary>
    internal void Return(PoolWorker<T> worker, int opening)
    {
        if (worker.IsRetired)
        {
            InBackground(() => worker.Connection.DestroyAsync(CancellationToken.None));
        }
        else if (opening == _opening && !IsClosed)
        {
            Keep(worker);
        }
    }

    private void Keep(PoolWorker<T> worker)
    {
        if (IdleLimit is not null)
        {
            worker.Used = Time.GetTimestamp();
        }

        if (worker.Connection.IsConnected || worker.IsResting)
        {
            _free.Give(worker);
        }
        else
        {
            Repair(worker);
        }
    }

    private ConnectionLease<T> Lend(PoolWorker<T> worker)
    {
        Interlocked.Increment(ref _leases);
        return new(this, worker, _opening);
    }

    /// <summary>True where a worker can be lent as it is.</summary>
    private bool IsReady(PoolWorker<T> worker) => worker.Connection.IsConnected && !ProbeBeforeLending && !IsTooOld(worker);

    private bool IsTooOld(PoolWorker<T> worker) => AgeLimit is { } limit && Time.GetElapsedTime(worker.Opened) >= limit;

    private async Task<ConnectionLease<T>> WaitAsync(long start, CancellationToken cancellationToken)
    {
        var left = PoolTimeout == Timeout.InfiniteTimeSpan ? PoolTimeout : PoolTimeout - Time.GetElapsedTime(start);
        var worker = await _free.TakeAsync(left < TimeSpan.Zero && PoolTimeout != left ? TimeSpan.Zero : left, Time, cancellationToken).ConfigureAwait(false);
        if (Signals.PoolWaitIsWatched)
        {
            Signals.PoolWaited(this, Time.GetElapsedTime(start));
        }

        if (worker is null)
        {
            Interlocked.Increment(ref _timeouts);
            throw new PoolTimeoutException($"None of the {Size} workers of {Name} was free within {PoolTimeout}.");
        }

        return IsReady(worker) ? Lend(worker) : await PrepareAsync(worker, start, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes a worker ready that rested, grew old, or does not answer. One that cannot be made ready is repaired in the background, and another is waited for.</summary>
    private async Task<ConnectionLease<T>> PrepareAsync(PoolWorker<T> worker, long start, CancellationToken cancellationToken)
    {
        try
        {
            if (IsTooOld(worker) || (ProbeBeforeLending && !worker.IsResting && !await worker.Connection.ProbeAsync(cancellationToken).ConfigureAwait(false)))
            {
                await worker.Connection.DisconnectAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            if (!worker.Connection.IsConnected)
            {
                await ReopenAsync(worker, cancellationToken).ConfigureAwait(false);
            }

            return Lend(worker);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            Keep(worker);
            throw;
        }
        catch (Exception)
        {
            Repair(worker);
        }

        return await WaitAsync(start, cancellationToken).ConfigureAwait(false);
    }

    private async Task ReopenAsync(PoolWorker<T> worker, CancellationToken cancellationToken)
    {
        await worker.Connection.ConnectAsync(cancellationToken).ConfigureAwait(false);
        worker.Opened = Time.GetTimestamp();
        worker.IsResting = false;
        Interlocked.Increment(ref _reconnects);
    }
}
