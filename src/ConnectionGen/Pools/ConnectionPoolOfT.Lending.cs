namespace ConnectionGen;

/// <content>How workers are lent and given back.</content>
public sealed partial class ConnectionPool<T>
{
    private long _timeouts;
    private long _reconnects;

    /// <inheritdoc/>
    public override PoolStatistics Statistics => new(
        Size, _free.Count, _free.Broken, _free.Waiting, _free.Lent, Interlocked.Read(ref _timeouts), Interlocked.Read(ref _reconnects));

    /// <summary>Takes a worker back. One from before the pool was closed is among the others already when the pool is opened again.</summary>
    internal void Return(Taken<PoolWorker<T>> taken)
    {
        if (taken.Worker.IsRetired)
        {
            Retire(taken.Worker);
        }
        else if (_free.IsCurrent(taken))
        {
            Keep(taken);
        }
        else if (!IsUsable(taken.Worker))
        {
            RepairFree(taken.Worker);
        }
    }

    /// <summary>True while the pool was not closed since the worker was lent.</summary>
    internal bool IsCurrent(Taken<PoolWorker<T>> taken) => _free.IsCurrent(taken);

    internal ConnectionClosedException ClosedWhileLent() => new($"{Name} was disconnected while the worker was lent: the lease is over. Take another one.");

    /// <summary>Apart from <see cref="Return"/>, which would otherwise make the closure each time.</summary>
    private static void Retire(PoolWorker<T> worker) => InBackground(() => worker.Connection.DestroyAsync(CancellationToken.None));

    private void Keep(Taken<PoolWorker<T>> taken)
    {
        var worker = taken.Worker;
        if (IdleLimit is not null)
        {
            worker.Used = Time.GetTimestamp();
        }

        if (IsUsable(worker))
        {
            _free.Give(taken);
        }
        else
        {
            Repair(taken);
        }
    }

    private static bool IsUsable(PoolWorker<T> worker) => worker.Connection.IsConnected || worker.IsResting;

    /// <summary>A call that outlived its pool's closing has ended the link of a worker that is among the free ones again.</summary>
    private void RepairFree(PoolWorker<T> ended)
    {
        foreach (var taken in _free.TakeOut(worker => worker == ended && !IsUsable(worker)))
        {
            Repair(taken);
        }
    }

    internal ConnectionLease<T> Lend(Taken<PoolWorker<T>> taken) => new(this, taken);

    /// <summary>True where a worker can be lent as it is.</summary>
    internal bool IsReady(PoolWorker<T> worker) => worker.Connection.IsConnected && !worker.IsRetired && !ProbeBeforeLending && !IsTooOld(worker);

    private bool IsTooOld(PoolWorker<T> worker) => AgeLimit is { } limit && Time.GetElapsedTime(worker.Opened) >= limit;

    internal PoolTimeoutException NoneInTime()
    {
        Interlocked.Increment(ref _timeouts);
        return new PoolTimeoutException($"None of the {Size} workers of {Name} was free within {PoolTimeout}.");
    }

    private ValueTask<ConnectionLease<T>> WaitAsync(long start, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<ConnectionLease<T>>(cancellationToken);
        }

        var call = new LeaseCall<T>(this, start, DeadlineOf(start), cancellationToken);
        _free.Wait(call);
        if (cancellationToken.CanBeCanceled)
        {
            call.WatchCancellation();
        }

        return Signals.PoolWaitIsWatched ? WatchedAsync(call.Lease, start) : call.Lease;
    }

    /// <summary>False: a worker, the deadline or the pool's end has come already.</summary>
    internal bool Leave(LeaseCall<T> call) => _free.Leave(call);

    private async ValueTask<ConnectionLease<T>> WatchedAsync(ValueTask<ConnectionLease<T>> lease, long start)
    {
        try
        {
            return await lease.ConfigureAwait(false);
        }
        finally
        {
            Signals.PoolWaited(this, Time.GetElapsedTime(start));
        }
    }

    /// <summary>In the clock's ticks; one deadline for the whole wait, however often it begins again.</summary>
    private long DeadlineOf(long start)
        => PoolTimeout == TimeSpan.Zero ? long.MinValue
        : PoolTimeout == Timeout.InfiniteTimeSpan ? long.MaxValue
        : start + (long)Math.Min(PoolTimeout.TotalSeconds * Time.TimestampFrequency, long.MaxValue / 2);

    /// <summary>Makes a worker ready that rested, grew old, or does not answer. One that cannot be made ready is repaired in the background, and another is waited for.</summary>
    internal async Task<ConnectionLease<T>> PrepareAsync(Taken<PoolWorker<T>> taken, long start, CancellationToken cancellationToken)
    {
        if (taken.Worker.IsRetired)
        {
            Retire(taken.Worker); // it was given back in the moment in which the pool became smaller
            return await WaitAsync(start, cancellationToken).ConfigureAwait(false);
        }

        var whileOpen = _whileOpen?.Token ?? CancellationToken.None;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(whileOpen, cancellationToken);
        try
        {
            await MakeReadyAsync(taken.Worker, stop.Token).ConfigureAwait(false);
            return Lend(taken);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            Keep(taken);
            throw;
        }
        catch (Exception) when (whileOpen.IsCancellationRequested)
        {
            throw ClosedWhileWaiting(); // a worker that is opened now would stay open behind a closed pool
        }
        catch (Exception)
        {
            Repair(taken);
        }

        return await WaitAsync(start, cancellationToken).ConfigureAwait(false);
    }

    private async Task MakeReadyAsync(PoolWorker<T> worker, CancellationToken cancellationToken)
    {
        if (IsTooOld(worker) || (ProbeBeforeLending && !worker.IsResting && !await worker.Connection.ProbeAsync(cancellationToken).ConfigureAwait(false)))
        {
            await worker.Connection.DisconnectAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (!worker.Connection.IsConnected)
        {
            await ReopenAsync(worker, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ReopenAsync(PoolWorker<T> worker, CancellationToken cancellationToken)
    {
        await worker.Connection.ConnectAsync(cancellationToken).ConfigureAwait(false);
        worker.Opened = Time.GetTimestamp();
        worker.IsResting = false;
        Interlocked.Increment(ref _reconnects);
    }

    private NotConnectedException NotConnected() => new($"{Name} is not connected: no worker can be taken. Connect it first.");

    private ConnectionClosedException ClosedWhileGrowing() => new($"{Name} was disconnected while workers were added to it.");

    private ConnectionClosedException ClosedWhileWaiting() => new($"{Name} was disconnected while the call waited for a free worker.");
}
