namespace ConnectionGen;

/// <summary>A worker that was taken, and the opening of its pool that it belongs to: what is given back later than that does not count.</summary>
internal readonly record struct Taken<T>(T Worker, int Opening)
    where T : class;

/// <summary>A pool's free workers and those who wait for one: both first in, first out, so that work is spread evenly and nobody is overtaken.</summary>
/// <remarks>One timer serves all who wait, set to the earliest deadline: a timer each would cost more than the waiting itself.</remarks>
/// <param name="time">The clock of the deadlines.</param>
/// <param name="unexpected">What those are told who come before workers are expected: nobody else would end their wait.</param>
internal sealed class FreeWorkers<T>(TimeProvider time, Func<Exception> unexpected)
    where T : class
{
    private static readonly TimeSpan s_longestTimer = TimeSpan.FromDays(1);

    private readonly Lock _lock = new();
    private readonly Queue<T> _free = new();
    private readonly WaitingCalls<T> _waiting = new();
    private ITimer? _timer;
    private long _due = long.MaxValue;
    private Func<Exception>? _refuse = unexpected;
    private int _opening;
    private int _broken;
    private long _lent;

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _free.Count;
            }
        }
    }

    /// <summary>How often a worker was taken.</summary>
    public long Lent
    {
        get
        {
            lock (_lock)
            {
                return _lent;
            }
        }
    }

    /// <summary>How many of the current ones are being repaired.</summary>
    public int Broken => Volatile.Read(ref _broken);

    public int Waiting
    {
        get
        {
            lock (_lock)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>From now on one may wait: workers are being opened.</summary>
    public void Expect()
    {
        lock (_lock)
        {
            _refuse = null;
        }
    }

    /// <summary>Starts over with these workers, all free.</summary>
    public void Open(IEnumerable<T> workers)
    {
        lock (_lock)
        {
            Begin();
        }

        foreach (var worker in workers)
        {
            Add(worker);
        }
    }

    public void Add(T worker) => Give(new(worker, Volatile.Read(ref _opening)));

    /// <summary>False: the pool was closed since it was taken; when the pool is opened again, the worker is among the free ones already.</summary>
    public bool IsCurrent(Taken<T> taken) => taken.Opening == Volatile.Read(ref _opening);

    /// <summary>Takes all workers out, and tells those who wait or come later.</summary>
    public void Close(Func<Exception> refuse)
    {
        List<WaitingCall<T>> waiting;
        lock (_lock)
        {
            _refuse = refuse;
            Begin();
            waiting = _waiting.TakeOut(static _ => true);
            _timer?.Dispose();
            (_timer, _due) = (null, long.MaxValue);
        }

        foreach (var call in waiting)
        {
            call.Fail(refuse());
        }
    }

    /// <summary>Takes out the free ones that are chosen, the longest free first.</summary>
    public Taken<T>[] TakeOut(Func<T, bool> choose)
    {
        lock (_lock)
        {
            T[] chosen = [.. _free.Where(choose)];
            var kept = _free.Where(worker => !chosen.Contains(worker)).ToArray();
            _free.Clear();
            foreach (var worker in kept)
            {
                _free.Enqueue(worker);
            }

            return [.. chosen.Select(worker => new Taken<T>(worker, _opening))];
        }
    }

    public bool TryTake(out Taken<T> taken)
    {
        if (_free.Count == 0)
        {
            taken = default;
            return false; // looked at without the lock: who is wrong about it looks again, with it, before he waits
        }

        lock (_lock)
        {
            var isFree = _free.TryDequeue(out var worker);
            taken = isFree ? new(worker!, _opening) : default;
            _lent += isFree ? 1 : 0;
            return isFree;
        }
    }

    /// <summary>Takes a place in the queue; where a worker is free, the call has it at once.</summary>
    public void Wait(WaitingCall<T> call)
    {
        Func<Exception>? refuse;
        Taken<T>? taken = null;
        lock (_lock)
        {
            refuse = _refuse;
            if (refuse is null)
            {
                if (_free.TryDequeue(out var worker))
                {
                    taken = new(worker, _opening);
                    _lent++;
                }
                else if (call.Deadline != long.MinValue)
                {
                    _waiting.Add(call);
                    Watch(call.Deadline);
                    return;
                }
            }
        }

        if (refuse is null)
        {
            call.End(taken);
        }
        else
        {
            call.Fail(refuse());
        }
    }

    /// <summary>Gives a worker back; one that is not current is ignored.</summary>
    public void Give(Taken<T> taken)
    {
        WaitingCall<T>? call;
        lock (_lock)
        {
            if (taken.Opening != _opening)
            {
                return;
            }

            call = _waiting.TakeFirst();
            if (call is null)
            {
                _free.Enqueue(taken.Worker);
                return;
            }

            _lent++;
        }

        call.End(taken);
    }

    /// <summary>Counts a taken worker as broken. False: it is not current, and nobody waits for its repair.</summary>
    public bool TryBreak(Taken<T> taken) => TryCountBroken(taken, 1);

    /// <summary>Counts it as broken no more. False: it is not current.</summary>
    public bool TryMend(Taken<T> taken) => TryCountBroken(taken, -1);

    /// <summary>False: a worker, the deadline or the pool's end has come already.</summary>
    public bool Leave(WaitingCall<T> call)
    {
        lock (_lock)
        {
            return _waiting.Remove(call);
        }
    }

    private bool TryCountBroken(Taken<T> taken, int change)
    {
        lock (_lock)
        {
            var isCurrent = taken.Opening == _opening;
            _broken += isCurrent ? change : 0;
            return isCurrent;
        }
    }

    /// <summary>Under the lock: nothing that was taken before is current any more.</summary>
    private void Begin()
    {
        _opening++;
        _broken = 0;
        _free.Clear();
    }

    /// <summary>Under the lock: sees to it that the timer fires at a deadline, or before.</summary>
    private void Watch(long deadline)
    {
        if (deadline >= _due)
        {
            return;
        }

        _due = deadline;
        var left = time.GetElapsedTime(time.GetTimestamp(), deadline);
        left = left < TimeSpan.Zero ? TimeSpan.Zero : left > s_longestTimer ? s_longestTimer : left;
        _timer ??= CreateTimer();
        _timer.Change(left, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Outside the waiting call's flow, which the timer would keep alive.</summary>
    private ITimer CreateTimer()
    {
        if (ExecutionContext.IsFlowSuppressed())
        {
            return time.CreateTimer(static workers => ((FreeWorkers<T>)workers!).Expire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        using (ExecutionContext.SuppressFlow())
        {
            return time.CreateTimer(static workers => ((FreeWorkers<T>)workers!).Expire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    private void Expire()
    {
        List<WaitingCall<T>> late;
        lock (_lock)
        {
            var now = time.GetTimestamp();
            late = _waiting.TakeOut(call => call.Deadline <= now);
            _due = long.MaxValue;
            if (_timer is not null)
            {
                Watch(_waiting.EarliestDeadline());
            }
        }

        foreach (var call in late)
        {
            call.End(null);
        }
    }
}
