using System.Diagnostics.CodeAnalysis;

namespace ConnectionGen;

/// <summary>A pool's free workers and those who wait for one: both first in, first out, so that work is spread evenly and nobody is overtaken.</summary>
internal sealed class FreeWorkers<T>
    where T : class
{
    private readonly Lock _lock = new();
    private readonly Queue<T> _free = new();
    private readonly LinkedList<TaskCompletionSource<T>> _waiting = new();

    /// <summary>Starts over with these workers, all free.</summary>
    public void Fill(IEnumerable<T> workers)
    {
        lock (_lock)
        {
            _free.Clear();
        }

        foreach (var worker in workers)
        {
            Give(worker);
        }
    }

    /// <summary>Takes all workers out, and tells those who wait.</summary>
    public void Empty(Exception reason)
    {
        TaskCompletionSource<T>[] waiting;
        lock (_lock)
        {
            _free.Clear();
            waiting = [.. _waiting];
            _waiting.Clear();
        }

        foreach (var waiter in waiting)
        {
            waiter.TrySetException(reason);
        }
    }

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

    /// <summary>Takes out the free ones that are chosen, the longest free first.</summary>
    public T[] TakeOut(Func<T, bool> choose)
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

            return chosen;
        }
    }

    public bool TryTake([NotNullWhen(true)] out T? worker)
    {
        lock (_lock)
        {
            return _free.TryDequeue(out worker);
        }
    }

    /// <summary>Null: none was free within the limit.</summary>
    public async Task<T?> TakeAsync(TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        TaskCompletionSource<T> waiter;
        lock (_lock)
        {
            if (_free.TryDequeue(out var worker))
            {
                return worker;
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

    public void Give(T worker)
    {
        TaskCompletionSource<T>? waiter;
        lock (_lock)
        {
            waiter = _waiting.First?.Value;
            if (waiter is null)
            {
                _free.Enqueue(worker);
                return;
            }

            _waiting.RemoveFirst();
        }

        waiter.TrySetResult(worker);
    }

    /// <summary>False: a worker, or the pool's end, has come already.</summary>
    private bool Leave(TaskCompletionSource<T> waiter)
    {
        lock (_lock)
        {
            return _waiting.Remove(waiter);
        }
    }
}
