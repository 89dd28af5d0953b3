namespace ConnectionGen;

/// <summary>Waiting calls in the order in which they came; any of them can leave. The calls are the list's own links, so that waiting costs no further object.</summary>
internal sealed class WaitingCalls<T>
    where T : class
{
    private IWaitingCall<T>? _last;

    public IWaitingCall<T>? First { get; private set; }

    public int Count { get; private set; }

    public void Add(IWaitingCall<T> call)
    {
        call.Previous = _last;
        if (_last is null)
        {
            First = call;
        }
        else
        {
            _last.Next = call;
        }

        _last = call;
        Count++;
    }

    /// <summary>False: it has left already.</summary>
    public bool Remove(IWaitingCall<T> call)
    {
        if (call.Previous is null && First != call)
        {
            return false;
        }

        if (call.Previous is null)
        {
            First = call.Next;
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
    public List<IWaitingCall<T>> TakeOut(Func<IWaitingCall<T>, bool> choose)
    {
        var chosen = new List<IWaitingCall<T>>();
        for (var call = First; call is not null;)
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
        for (var call = First; call is not null; call = call.Next)
        {
            earliest = Math.Min(earliest, call.Deadline);
        }

        return earliest;
    }
}
