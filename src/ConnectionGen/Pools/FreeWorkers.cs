namespace ConnectionGen;

/// <summary>A worker that was taken, and the opening of its pool that it belongs to: what is given back later than that does not count.</summary>
internal readonly record struct Taken<T>(T Worker, int Opening)
    where T : class;

/// <summary>A pool's free workers and those who wait for one: both first in, first out, so that work is spread evenly and nobody is overtaken.</summary>
internal sealed class FreeWorkers<T>
    where T : class
{
    private readonly Lock _lock = new();
    private readonly Queue<T> _free = new();
    private readonly LinkedList<TaskCompletionSource<Taken<T>>> _waiting = new();
    private Func<Exception>? _refuse;
    private int _opening;

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
            _free.Clear();
            _opening++;
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
        TaskCompletionSource<Taken<T>>[] waiting;
        lock (_lock)
        {
            _refuse = refuse;
            _opening++;
            _free.Clear();
            waiting = [.. _waiting];
            _waiting.Clear();
        }

        foreach (var waiter in waiting)
        {
            waiter.TrySetException(refuse());
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
        lock (_lock)
        {
            var isFree = _free.TryDequeue(out var worker);
            taken = isFree ? new(worker!, _opening) : default;
            return isFree;
        }
    }

    /// <summary>Null: none was free within the limit.</summary>
    public async Task<Taken<T>?> TakeAsync(TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        TaskCompletionSource<Taken<T>> waiter;
        lock (_lock)
        {
            if (_refuse is not null)
            {
                throw _refuse();
            }

            if (_free.TryDequeue(out var worker))
            {
                return new(worker, _opening);
            }

            waiter = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.AddLast(waiter);
        }

        try
        {
            return await waiter.Task.WaitAsync(limit, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException) when (Leave(waiter))
        {
            return null;
        }
        catch (Exception error) when (error is TimeoutException or OperationCanceledException && !Leave(waiter))
        {
            return await waiter.Task.ConfigureAwait(false); // a worker was handed over at the same moment: it is ours
        }
    }

    /// <summary>Gives a worker back; one that is not current is ignored.</summary>
    public void Give(Taken<T> taken)
    {
        TaskCompletionSource<Taken<T>>? waiter;
        lock (_lock)
        {
            if (taken.Opening != _opening)
            {
                return;
            }

            waiter = _waiting.First?.Value;
            if (waiter is null)
            {
                _free.Enqueue(taken.Worker);
                return;
            }

            _waiting.RemoveFirst();
        }

        waiter.TrySetResult(taken);
    }

    /// <summary>False: a worker, or the pool's end, has come already.</summary>
    private bool Leave(TaskCompletionSource<Taken<T>> waiter)
    {
        lock (_lock)
        {
            return _waiting.Remove(waiter);
        }
    }
}
