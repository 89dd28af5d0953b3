namespace ConnectionGen;

/// <content>How workers are lent and given back.</content>
public sealed partial class ConnectionPool<T>
{
    private long _timeouts;
    private long _reconnects;
    private int _broken;

    /// <inheritdoc/>
    public override PoolStatistics Statistics => new(
        Size, _free.Count, Volatile.Read(ref _broken), _free.Waiting, _free.Lent, Interlocked.Read(ref _timeouts), Interlocked.Read(ref _reconnects));

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
    }

    /// <summary>Apart from <see cref="Return"/>, which would otherwise make the closure each time.</summary>
    private static void Retire(PoolWorker<T> worker) => InBackground(() => worker.Connection.DestroyAsync(CancellationToken.None));

    private void Keep(Taken<PoolWorker<T>> taken)
    {
        var worker = taken.Worker;
        if (IdleLimit is not null)
        {
            worker.Used = Time.GetTimestamp();
        }

        if (worker.Connection.IsConnected || worker.IsResting)
        {
            _free.Give(taken);
        }
        else
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

    private Task<ConnectionLease<T>> WaitAsync(long start, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<ConnectionLease<T>>(cancellationToken);
        }

        var call = new LeaseCall<T>(this, start, DeadlineOf(start), cancellationToken);
        _free.Wait(call);
        if (cancellationToken.CanBeCanceled)
        {
            call.WatchCancellation(Cancel);
        }

        return Signals.PoolWaitIsWatched ? WatchedAsync(call) : call.Task;
    }

    private void Cancel(LeaseCall<T> call)
    {
        if (_free.Leave(call))
        {
            call.Cancel();
        }
    }

    private async Task<ConnectionLease<T>> WatchedAsync(LeaseCall<T> call)
    {
        try
        {
            return await call.Task.ConfigureAwait(false);
        }
        finally
        {
            Signals.PoolWaited(this, Time.GetElapsedTime(call.Start));
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

    private ConnectionClosedException ClosedWhileWaiting() => new($"{Name} was disconnected while the call waited for a free worker.");
}
