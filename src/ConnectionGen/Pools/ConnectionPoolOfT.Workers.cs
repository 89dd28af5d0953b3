namespace ConnectionGen;

/// <content>How workers are opened, closed, repaired, rested, added and removed.</content>
public sealed partial class ConnectionPool<T>
{
    private static readonly TimeSpan s_firstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMinutes(1);

    private readonly Lock _changing = new(); // of the workers: a closing by force does not wait for a change of size
    private CancellationTokenSource? _whileOpen;
    private ITimer? _idleTimer;
    private PoolWorker<T>[] _leaving = [];

    /// <inheritdoc/>
    public override async Task ResizeAsync(int size, CancellationToken cancellationToken = default)
    {
        PoolSettings.CheckedSize(size, Name);
        await Blocking.LeaveContext();
        var frame = await ServiceCalls.EnterAsync(this, Frame.Choose(Gate, Frame.Current.Value), Limits.Busy, cancellationToken).ConfigureAwait(false);
        Frame.Current.Value = frame;
        try
        {
            ThrowIfDestroyed();
            if (size > Size)
            {
                await GrowAsync(size - Size, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await ShrinkAsync(Size - size).ConfigureAwait(false);
            }
        }
        finally
        {
            frame.Leave();
        }
    }

    /// <summary>Opens all workers in parallel; where one fails, none stays open.</summary>
    protected override async Task OpenAsync(CancellationToken cancellationToken)
    {
        _free.Expect();
        try
        {
            await OpenAllAsync(_workers, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            _free.Close(NotConnected);
            throw;
        }

        _whileOpen = new CancellationTokenSource();
        _free.Open(_workers);
        if (IdleLimit is { } limit)
        {
            _idleTimer = Time.CreateTimer(static pool => ((ConnectionPool<T>)pool!).RestIdle(), this, limit / 2, limit / 2);
        }
    }

    /// <summary>Closes all workers in parallel; who waits for one is told. A caller may stop waiting for it, but no worker stays open.</summary>
    protected override async Task CloseAsync(CancellationToken cancellationToken)
    {
        _idleTimer?.Dispose();
        _idleTimer = null;
        await (_whileOpen?.CancelAsync() ?? Task.CompletedTask).ConfigureAwait(false);
        _free.Close(ClosedWhileWaiting);
        await Task.WhenAll(AllWorkers().Select(static worker => worker.Connection.DisconnectAsync(CancellationToken.None))).ConfigureAwait(false);
    }

    /// <summary>Those that leave are closed with the others, and then forgotten.</summary>
    private PoolWorker<T>[] AllWorkers()
    {
        lock (_changing)
        {
            PoolWorker<T>[] all = [.. _workers, .. _leaving];
            _leaving = [];
            return all;
        }
    }

    private PoolWorker<T>[] Make(int count) => [.. Enumerable.Range(0, count).Select(_ => new PoolWorker<T>(_create(Context.ForWorker(++_made))))];

    private async Task OpenAllAsync(PoolWorker<T>[] workers, CancellationToken cancellationToken)
    {
        var opening = workers.Select(worker => worker.Connection.ConnectAsync(cancellationToken)).ToArray();
        await Task.WhenAll(opening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!Array.TrueForAll(opening, static worker => worker.IsCompletedSuccessfully))
        {
            await Task.WhenAll(workers.Select(static worker => worker.Connection.DisconnectAsync())).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await (opening.FirstOrDefault(static worker => worker.IsFaulted) ?? opening.First(static worker => worker.IsCanceled)).ConfigureAwait(false);
        }

        foreach (var worker in workers)
        {
            worker.Opened = worker.Used = Time.GetTimestamp();
            worker.IsResting = false;
        }
    }

    private async Task GrowAsync(int count, CancellationToken cancellationToken)
    {
        var added = Make(count);
        if (_whileOpen is not { IsCancellationRequested: false } open)
        {
            _workers = [.. _workers, .. added];
            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(open.Token, cancellationToken);
        try
        {
            await OpenAllAsync(added, stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (open.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw ClosedWhileGrowing();
        }

        if (!TryAdd(added, open))
        {
            await Task.WhenAll(added.Select(static worker => worker.Connection.DestroyAsync(CancellationToken.None))).ConfigureAwait(false);
            throw ClosedWhileGrowing();
        }

        CountWorkers();
        foreach (var worker in added)
        {
            _free.Add(worker);
        }
    }

    /// <summary>False: the pool was closed under its growing, and has closed its workers already.</summary>
    private bool TryAdd(PoolWorker<T>[] added, CancellationTokenSource open)
    {
        lock (_changing)
        {
            if (open.IsCancellationRequested)
            {
                return false;
            }

            _workers = [.. _workers, .. added];
            return true;
        }
    }

    /// <summary>Free workers go first; the others when they are given back.</summary>
    private async Task ShrinkAsync(int count)
    {
        var left = count;
        PoolWorker<T>[] free = [.. _free.TakeOut(_ => left-- > 0).Select(static taken => taken.Worker)];
        var leaving = free.Concat(_workers.Reverse().Except(free)).Take(count).ToArray();
        foreach (var worker in leaving)
        {
            worker.IsRetired = true;
        }

        lock (_changing)
        {
            _workers = [.. _workers.Except(leaving)];
            _leaving = [.. _leaving.Where(static worker => !worker.Connection.IsDestroyed), .. leaving]; // one that is given back in this moment is found by the pool's end
        }

        CountWorkers();
        var closing = IsClosed ? leaving : free;
        await Task.WhenAll(closing.Select(static worker => worker.Connection.DestroyAsync(CancellationToken.None))).ConfigureAwait(false);
    }

    /// <summary>A worker whose link has ended is reconnected in the background, with longer and longer pauses, and then given back.</summary>
    private void Repair(Taken<PoolWorker<T>> taken)
    {
        if (_whileOpen is not { IsCancellationRequested: false } open || !_free.TryBreak(taken))
        {
            return;
        }

        Log.WorkerTakenOut(Logger, taken.Worker.Connection.Alias, DeviceName);
        InBackground(() => RepairAsync(taken, open.Token));
    }

    private async Task RepairAsync(Taken<PoolWorker<T>> taken, CancellationToken whileOpen)
    {
        var worker = taken.Worker;
        for (var pause = s_firstPause; !worker.IsRetired; pause = pause * 2 < s_longestPause ? pause * 2 : s_longestPause)
        {
            try
            {
                await ReopenAsync(worker, whileOpen).ConfigureAwait(false);
                break;
            }
            catch (Exception error) when (!whileOpen.IsCancellationRequested)
            {
                Log.WorkerNotRepaired(Logger, worker.Connection.Alias, DeviceName, ConnectionOpenException.CauseOf(error).GetType().Name, pause);
            }

            await Task.Delay(pause, Time, whileOpen).ConfigureAwait(false);
        }

        if (_free.TryMend(taken))
        {
            Log.WorkerGivenBack(Logger, worker.Connection.Alias, DeviceName);
        }

        Return(taken);
    }

    /// <summary>Closes workers that nobody has used for a while; they stay free, and are opened again when they are taken.</summary>
    private void RestIdle()
    {
        var limit = IdleLimit ?? TimeSpan.MaxValue;
        foreach (var taken in _free.TakeOut(worker => !worker.IsResting && Time.GetElapsedTime(worker.Used) >= limit))
        {
            InBackground(() => RestAsync(taken));
        }
    }

    private async Task RestAsync(Taken<PoolWorker<T>> taken)
    {
        taken.Worker.IsResting = true;
        await taken.Worker.Connection.DisconnectAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Return(taken);
    }

    /// <summary>Not in the caller's flow: what runs there later is no part of the call that caused it.</summary>
    private static void InBackground(Func<Task> work)
        => ThreadPool.UnsafeQueueUserWorkItem(static work => _ = work().ContinueWith(static task => _ = task.Exception, TaskScheduler.Default), work, preferLocal: false);
}
