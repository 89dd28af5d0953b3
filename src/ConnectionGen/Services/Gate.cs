namespace ConnectionGen;

/// <summary>One holder at a time, first come first served. Entering and leaving without contention are one compare-and-swap each.</summary>
internal class Gate
{
    private const int Free = 0;
    private const int Held = 1;
    private const int Contended = 2;
    private const int Closed = 3;

    private int _state;
    private Contention? _contention;

    /// <summary>Made when the first call has to wait; most gates never need it.</summary>
    private sealed class Contention
    {
        public Queue<TaskCompletionSource<bool>> Waiters { get; } = new();

        public bool Closing { get; set; }
    }

    public bool IsClosed => Volatile.Read(ref _state) == Closed;

    public bool TryEnter() => Interlocked.CompareExchange(ref _state, Held, Free) == Free;

    /// <summary>Enters. False: this gate is closed, the frame that it stood for is over.</summary>
    /// <exception cref="TimeoutException">It was not free within the limit.</exception>
    public ValueTask<bool> EnterAsync(TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        TaskCompletionSource<bool> waiter;
        var contention = LazyInitializer.EnsureInitialized(ref _contention);
        lock (contention)
        {
            while (true)
            {
                var state = Volatile.Read(ref _state);
                if (state == Closed || contention.Closing)
                {
                    return new(false);
                }

                if (state == Free)
                {
                    if (TryEnter())
                    {
                        return new(true);
                    }

                    continue;
                }

                if (state == Held && Interlocked.CompareExchange(ref _state, Contended, Held) != Held)
                {
                    continue;
                }

                waiter = new(TaskCreationOptions.RunContinuationsAsynchronously);
                contention.Waiters.Enqueue(waiter);
                break;
            }
        }

        return new(WaitAsync(waiter, limit, time, cancellationToken));
    }

    public void Exit()
    {
        if (Interlocked.CompareExchange(ref _state, Free, Held) != Held)
        {
            HandOver();
        }
    }

    /// <summary>Closes at once when nobody is inside, else when the last one has left.</summary>
    protected void Close()
    {
        if (Interlocked.CompareExchange(ref _state, Closed, Free) != Free && !TryCloseIdle())
        {
            return;
        }

        OnClosed();
    }

    /// <summary>For the holder: closes, and those who wait do not get in.</summary>
    protected void Refuse()
    {
        var contention = LazyInitializer.EnsureInitialized(ref _contention);
        lock (contention)
        {
            contention.Closing = true;
            while (contention.Waiters.TryDequeue(out var waiter))
            {
                waiter.TrySetResult(false);
            }

            Volatile.Write(ref _state, Closed);
        }

        OnClosed();
    }

    protected virtual void OnClosed()
    {
    }

    private static async Task<bool> WaitAsync(TaskCompletionSource<bool> waiter, TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            return await waiter.Task.WaitAsync(limit, time, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (!waiter.TrySetCanceled(CancellationToken.None))
        {
            return await waiter.Task.ConfigureAwait(false); // it was handed over at the same moment: we own it
        }
    }

    private void HandOver()
    {
        var idle = false;
        var contention = _contention!;
        lock (contention)
        {
            while (true)
            {
                if (!contention.Waiters.TryDequeue(out var next))
                {
                    idle = contention.Closing;
                    Volatile.Write(ref _state, idle ? Closed : Free);
                    break;
                }

                if (contention.Waiters.Count == 0 && !contention.Closing)
                {
                    Volatile.Write(ref _state, Held);
                }

                if (next.TrySetResult(true))
                {
                    return;
                }

                Volatile.Write(ref _state, Contended);
            }
        }

        if (idle)
        {
            OnClosed();
        }
    }

    /// <summary>True: it was idle and is closed now. False: the holder closes it on leaving, or it is closed already.</summary>
    private bool TryCloseIdle()
    {
        var contention = LazyInitializer.EnsureInitialized(ref _contention);
        lock (contention)
        {
            contention.Closing = true;
            while (true)
            {
                var state = Volatile.Read(ref _state);
                if (state is Contended or Closed || (state == Held && Interlocked.CompareExchange(ref _state, Contended, Held) == Held))
                {
                    return false;
                }

                if (state == Free && Interlocked.CompareExchange(ref _state, Closed, Free) == Free)
                {
                    return true;
                }
            }
        }
    }
}
