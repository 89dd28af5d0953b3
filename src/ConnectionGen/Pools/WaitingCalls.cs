namespace ConnectionGen;

/// <summary>Waiting calls in the order in which they came; any of them can leave. The calls are the list's own links, so that waiting costs no further object.</summary>
internal sealed class WaitingCalls<T>
    where T : class
{
    private WaitingCall<T>? _first;
    private WaitingCall<T>? _last;

    public int Count { get; private set; }

    public void Add(WaitingCall<T> call)
    {
        call.IsWaiting = true;
        call.Previous = _last;
        if (_last is null)
        {
            _first = call;
        }
        else
        {
            _last.Next = call;
        }

        _last = call;
        Count++;
    }

    /// <summary>Takes out the one that came first; null where nobody waits.</summary>
    public WaitingCall<T>? TakeFirst()
    {
        var call = _first;
        if (call is not null)
        {
            Remove(call);
        }

        return call;
    }

    /// <summary>False: it has left already.</summary>
    public bool Remove(WaitingCall<T> call)
    {
        if (!call.IsWaiting)
        {
            return false;
        }

        call.IsWaiting = false;
        if (call.Previous is null)
        {
            _first = call.Next;
        }
        else
        {
            call.Previous.Next = call.Next;
        }

        if (call.Next is null)
        {
            _last = call.Previous;
        }
        else
        {
            call.Next.Previous = call.Previous;
        }

        (call.Previous, call.Next) = (null, null);
        Count--;
        return true;
    }

    /// <summary>Takes out all that are chosen.</summary>
    public List<WaitingCall<T>> TakeOut(Func<WaitingCall<T>, bool> choose)
    {
        var chosen = new List<WaitingCall<T>>();
        for (var call = _first; call is not null;)
        {
            var next = call.Next;
            if (choose(call))
            {
                Remove(call);
                chosen.Add(call);
            }

            call = next;
        }

        return chosen;
    }

    /// <summary>The earliest deadline; the largest number where nobody waits.</summary>
    public long EarliestDeadline()
    {
        var earliest = long.MaxValue;
        for (var call = _first; call is not null; call = call.Next)
        {
            earliest = Math.Min(earliest, call.Deadline);
        }

        return earliest;
    }
}
