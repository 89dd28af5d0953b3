namespace ConnectionGen;

/// <summary>Holds a connection, and on a pool the worker, for an <see cref="IConnectionScope"/> until it is disposed of.</summary>
public sealed class ScopeHold : IDisposable
{
    private readonly string _what;
    private readonly Frame? _frame;
    private readonly Frame.Held? _mark;
    private readonly List<IDisposable> _kept = [];
    private bool _isOver;

    /// <summary>Null: a connection of a class whose calls run side by side is held by nobody.</summary>
    internal ScopeHold(string what, Frame? frame, Frame.Held? mark) => (_what, _frame, _mark) = (what, frame, mark);

    /// <summary>Runs a call of a service of the scope's connection inside the scope: it goes the way of every call, one at a time, with wrappers, log, trace and metrics.</summary>
    /// <param name="call">Calls the service.</param>
    /// <exception cref="ObjectDisposedException">The scope was disposed of.</exception>
    public async Task<TResult> RunAsync<TResult>(Func<Task<TResult>> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        await Blocking.LeaveContext();
        ThrowIfOver();
        Frame.Current.Value = _frame ?? Frame.Current.Value; // undone by the return of this method
        return await call().ConfigureAwait(false);
    }

    /// <inheritdoc cref="RunAsync{TResult}(Func{Task{TResult}})"/>
    public async Task RunAsync(Func<Task> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        await Blocking.LeaveContext();
        ThrowIfOver();
        Frame.Current.Value = _frame ?? Frame.Current.Value; // undone by the return of this method
        await call().ConfigureAwait(false);
    }

    /// <summary>Frees connection and worker, when calls that still run inside have ended; once is enough, more does no harm.</summary>
    public void Dispose()
    {
        IDisposable[] kept;
        lock (_kept)
        {
            if (_isOver)
            {
                return;
            }

            _isOver = true;
            kept = [.. _kept];
        }

        _frame?.Leave();
        _mark?.Leave();
        foreach (var one in kept)
        {
            one.Dispose();
        }
    }

    /// <summary>Has a lease, or the hold of a call outside, given back at the end.</summary>
    internal void Keep(IDisposable held)
    {
        lock (_kept)
        {
            if (!_isOver)
            {
                _kept.Add(held);
                return;
            }
        }

        held.Dispose();
    }

    private void ThrowIfOver()
    {
        lock (_kept)
        {
            if (_isOver)
            {
                throw new ObjectDisposedException(_what, $"{_what} is over: it was disposed of.");
            }
        }
    }
}
