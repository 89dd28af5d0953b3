namespace ConnectionGen;

/// <summary>A service call that did not complete at once: it frees the gate, then tells the caller; closing the connection can end it for the caller at any time.</summary>
internal interface IPendingCall
{
    /// <summary>False: it has ended, for its caller at least.</summary>
    bool IsPending { get; }

    /// <summary>Ends the call for its caller; the gate stays held until the body has ended, too.</summary>
    void Abandon(Exception reason);
}

internal sealed class PendingCall<TResult>(Connection connection, Frame frame, Task<TResult> body) : TaskCompletionSource<TResult>, IPendingCall
{
    private IPendingCall? _other; // that was pending before: the call inside which this one runs, or one that runs inside this

    public bool IsPending => !Task.IsCompleted;

    public Task<TResult> Start()
    {
        _other = connection.BeginPending(this);
        body.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(Complete);
        return Task;
    }

    public void Abandon(Exception reason)
    {
        TrySetException(reason);
        Volatile.Read(ref _other)?.Abandon(reason);
    }

    private void Complete()
    {
        connection.EndPending(this, Interlocked.Exchange(ref _other, null));
        frame.Leave();
        if (!TrySetFromTask(body))
        {
            _ = body.Exception; // the caller was told something else already: what the body says in the end is seen here
        }
    }
}

internal sealed class PendingCall(Connection connection, Frame frame, Task body) : TaskCompletionSource, IPendingCall
{
    private IPendingCall? _other; // that was pending before: the call inside which this one runs, or one that runs inside this

    public bool IsPending => !Task.IsCompleted;

    public Task Start()
    {
        _other = connection.BeginPending(this);
        body.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(Complete);
        return Task;
    }

    public void Abandon(Exception reason)
    {
        TrySetException(reason);
        Volatile.Read(ref _other)?.Abandon(reason);
    }

    private void Complete()
    {
        connection.EndPending(this, Interlocked.Exchange(ref _other, null));
        frame.Leave();
        if (!TrySetFromTask(body))
        {
            _ = body.Exception; // the caller was told something else already
        }
    }
}
