using System.Diagnostics;

namespace ConnectionGen;

/// <content>How the link is opened and closed: within limits, once at a time, whatever a class does.</content>
public abstract partial class Connection
{
    private Task _leftover = Task.CompletedTask; // closings that run, and openings and closings that outlasted their limits
    private int _closings; // how often it was closed: an opening that began before the last time does not count
    private CancellationTokenSource? _stopOpening; // while it is being opened
    private volatile bool _isDestroyed; // from the begin of its destruction: nothing opens any more

    private async Task OpenWithinLimitAsync(CancellationToken cancellationToken)
    {
        using var activity = Signals.Start("Connect", this);
        using var limit = new CancellationTokenSource(Limits.Open, Time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        Task? opening = null;
        var isOpen = false;
        try
        {
            await LeftoversAsync(stop.Token).ConfigureAwait(false);
            var closings = BeginOpening(stop);
            stop.Token.ThrowIfCancellationRequested();
            opening = OpenNamedAsync(stop.Token);
            await opening.WaitAsync(stop.Token).ConfigureAwait(false);
            isOpen = TryFinishOpening(closings);
            if (!isOpen)
            {
                throw ClosedWhileOpening();
            }

            LinkOpened();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested && !limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            var closed = ClosedWhileOpening();
            LinkFailed(closed, activity);
            throw closed;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            var late = new ConnectionTimeoutException(
                $"{Name} did not open within {Limits.Open}{(opening is null ? ": what was begun on it before has not ended" : "")}.");
            LinkFailed(late, activity);
            throw late;
        }
        catch (Exception error)
        {
            LinkFailed(error, activity);
            throw;
        }
        finally
        {
            EndOpening();
            if (!isOpen)
            {
                Interlocked.CompareExchange(ref _status, Status.Closed, Status.Opening);
                Leave(opening is null ? Task.CompletedTask : CloseWhenOpenedAsync(opening));
            }
        }
    }

    /// <summary>What a class throws says rarely where; only what does reaches the caller as it is.</summary>
    private async Task OpenNamedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await OpenAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not IConnectionFailure && !(error is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            throw new ConnectionOpenException($"{Name} could not be opened: {error.GetType().Name}: {error.Message}", error);
        }
    }

    private int BeginOpening(CancellationTokenSource stop)
    {
        lock (Gate)
        {
            ThrowIfDestroyed();
            _stopOpening = stop;
            _status = Status.Opening;
            return _closings;
        }
    }

    private void EndOpening()
    {
        lock (Gate)
        {
            _stopOpening = null;
        }
    }

    /// <summary>Whoever closes the connection does not want it opened; that what opens it holds the gate is no reason to let it go on.</summary>
    private void StopOpening()
    {
        lock (Gate)
        {
            if (_stopOpening is { } stop)
            {
                Leave(stop.CancelAsync()); // what its end sets off does not run under the lock
            }
        }
    }

    private ConnectionClosedException ClosedWhileOpening() => new($"{Name} was disconnected while it was being opened.");

    private bool TryFinishOpening(int closings)
    {
        lock (Gate)
        {
            var isMine = _status == Status.Opening && _closings == closings;
            if (isMine)
            {
                _status = Status.Open;
            }

            return isMine;
        }
    }

    /// <summary>An opening that ignores its token may still succeed later; nobody would know of that link.</summary>
    private async Task CloseWhenOpenedAsync(Task opening)
    {
        await opening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (opening.IsCompletedSuccessfully)
        {
            using var limit = new CancellationTokenSource(Limits.Close, Time);
            await CloseAsync(limit.Token).ConfigureAwait(false);
        }
    }

    private async Task LeftoversAsync(CancellationToken cancellationToken)
    {
        while (Volatile.Read(ref _leftover) is { IsCompleted: false } left)
        {
            await left.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Work that nobody need wait for; the next opening does, so that a class never opens while it still opens or closes.</summary>
    private void Leave(Task work)
    {
        lock (Gate)
        {
            _leftover = SettleAsync(_leftover, work);
        }

        static async Task SettleAsync(Task earlier, Task work)
        {
            await earlier.ConfigureAwait(false); // itself settled: it never throws
            await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task EndAsync(Status end, CancellationToken cancellationToken)
    {
        await Blocking.LeaveContext();
        GiveUp();
        var frame = await EnterForClosingAsync(cancellationToken).ConfigureAwait(false);
        var running = frame is null ? Interlocked.Exchange(ref _pending, null) : null;
        Frame.Current.Value = frame ?? Frame.Current.Value;
        try
        {
            if (frame is null)
            {
                StopOpening();
            }

            await CloseOnceAsync(end, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (end == Status.Disposed)
            {
                _status = Status.Disposed;
                Context.Forget(this);
            }

            running?.Abandon(new ConnectionClosedException($"{Name} was disconnected while the call was running."));
            frame?.Leave();
        }
    }

    /// <summary>Null: a service is still running when the limit is over.</summary>
    private async Task<Frame?> EnterForClosingAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ServiceCalls.EnterAsync(this, Frame.Choose(Gate, Frame.Current.Value), Limits.Disconnect, cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectionBusyException)
        {
            return null;
        }
    }

    /// <summary>Closing under a running call happens outside the gate, so another closing may be under way.</summary>
    private Task CloseOnceAsync(Status end, CancellationToken cancellationToken)
    {
        lock (Gate)
        {
            _isDestroyed |= end == Status.Disposed;
            _closings++;
            if (_closing is not { IsCompleted: false })
            {
                Leave(_closing = CloseWithinLimitAsync(cancellationToken));
            }

            return _closing;
        }
    }

    private async Task CloseWithinLimitAsync(CancellationToken cancellationToken)
    {
        if (IsClosed)
        {
            return;
        }

        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding); // the user's code does not run under the lock
        using var limit = new CancellationTokenSource(Limits.Close, Time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        Task? closing = null;
        try
        {
            closing = CloseAsync(stop.Token);
            await closing.WaitAsync(stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ConnectionTimeoutException($"{Name} did not close within {Limits.Close}.");
        }
        finally
        {
            Leave(closing ?? Task.CompletedTask);
            if (Interlocked.Exchange(ref _status, Status.Closed) == Status.Open)
            {
                LinkEnded();
            }
        }
    }

    private void LinkOpened()
    {
        Log.Connected(Logger, Alias, DeviceName, Via);
        CountOpen(1);
    }

    private void LinkFailed(Exception error, Activity? activity)
    {
        var cause = ConnectionOpenException.CauseOf(error);
        Signals.Failed(this, "Connect", cause, activity);
        Log.NotConnected(Logger, Alias, DeviceName, Via, cause.GetType().Name);
    }

    private void LinkEnded()
    {
        Log.Disconnected(Logger, Alias, DeviceName, Via);
        CountOpen(-1);
        CancellationTokenSource? ended;
        lock (Gate)
        {
            (ended, _disconnected) = (_disconnected, null);
        }

        _ = ended?.CancelAsync(); // what waits for it does not run here
    }
}
