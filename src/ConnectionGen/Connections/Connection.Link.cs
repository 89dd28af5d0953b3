namespace ConnectionGen;

/// <content>How the link is opened and closed: within limits, once at a time, whatever a class does.</content>
public abstract partial class Connection
{
    private async Task OpenWithinLimitAsync(CancellationToken cancellationToken)
    {
        _status = Status.Opening;
        using var activity = Signals.Start("Connect", this);
        using var limit = new CancellationTokenSource(Limits.Open, Time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var opening = Task.CompletedTask;
        try
        {
            opening = OpenAsync(stop.Token);
            await opening.WaitAsync(stop.Token).ConfigureAwait(false);
            _status = Status.Open;
            LinkOpened();
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            var late = new ConnectionTimeoutException($"{Name} did not open within {Limits.Open}.");
            Signals.Failed(this, "Connect", late, activity);
            throw late;
        }
        catch (Exception error)
        {
            Signals.Failed(this, "Connect", error, activity);
            throw;
        }
        finally
        {
            if (Interlocked.CompareExchange(ref _status, Status.Closed, Status.Opening) == Status.Opening)
            {
                CloseWhenOpened(opening);
            }
        }
    }

    /// <summary>An opening that ignores its token may still succeed later; nobody would know of that link.</summary>
    private void CloseWhenOpened(Task opening)
    {
        if (!opening.IsCompleted)
        {
            _ = CloseLaterAsync(opening);
        }
    }

    private async Task CloseLaterAsync(Task opening)
    {
        await opening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (opening.IsCompletedSuccessfully && IsClosed)
        {
            await CloseAsync(CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task EndAsync(Status end, CancellationToken cancellationToken)
    {
        await Blocking.LeaveContext();
        var frame = await EnterForClosingAsync(cancellationToken).ConfigureAwait(false);
        var running = frame is null ? Interlocked.Exchange(ref _pending, null) : null;
        Frame.Current.Value = frame ?? Frame.Current.Value;
        try
        {
            await CloseOnceAsync(cancellationToken).ConfigureAwait(false);
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
    private Task CloseOnceAsync(CancellationToken cancellationToken)
    {
        lock (Gate)
        {
            return _closing is { IsCompleted: false } ? _closing : _closing = CloseWithinLimitAsync(cancellationToken);
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
        try
        {
            await CloseAsync(stop.Token).WaitAsync(stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ConnectionTimeoutException($"{Name} did not close within {Limits.Close}.");
        }
        finally
        {
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

    private void LinkEnded()
    {
        Log.Disconnected(Logger, Alias, DeviceName, Via);
        CountOpen(-1);
    }
}
