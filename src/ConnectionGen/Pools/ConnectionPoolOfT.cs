using System.Runtime.CompilerServices;

namespace ConnectionGen;

/// <summary>A pool whose workers are of a known class.</summary>
/// <typeparam name="T">The workers' connection class.</typeparam>
public sealed class ConnectionPool<T> : ConnectionPool
    where T : Connection
{
    private readonly FreeWorkers<T> _free = new();

    internal ConnectionPool(ConnectionContext context, PoolSettings settings, Func<ConnectionContext, T> create)
        : base(context)
    {
        PoolTimeout = settings.Timeout;
        Workers = [.. Enumerable.Range(1, settings.Size).Select(number => create(context.ForWorker(number)))];
    }

    /// <summary>The workers; their aliases are <c>pool[1]</c>, <c>pool[2]</c>, …</summary>
    public IReadOnlyList<T> Workers { get; }

    /// <inheritdoc/>
    public override int Size => Workers.Count;

    /// <summary>True while the pool is open and at least one worker is.</summary>
    public override bool IsConnected => base.IsConnected && Workers.Any(static worker => worker.IsConnected);

    /// <summary>Takes a free worker for several calls that belong together. Dispose of the lease to give it back.</summary>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <exception cref="PoolTimeoutException">No worker was free within <see cref="ConnectionPool.PoolTimeout"/>.</exception>
    /// <exception cref="NotConnectedException">The pool is not connected.</exception>
    /// <example><code>
    /// await using var lease = await pool.LeaseAsync();
    /// await lease.Connection.ExecuteAsync("show clock");
    /// </code></example>
    public ValueTask<ConnectionLease<T>> LeaseAsync(CancellationToken cancellationToken = default)
    {
        if (IsClosed)
        {
            return ValueTask.FromException<ConnectionLease<T>>(new NotConnectedException($"{Name} is not connected: no worker can be taken. Connect it first."));
        }

        return _free.TryTake(out var worker) ? new(new ConnectionLease<T>(this, worker)) : new(WaitAsync(cancellationToken));
    }

    /// <inheritdoc cref="LeaseAsync"/>
    public ConnectionLease<T> Lease(CancellationToken cancellationToken = default) => Blocking.Run((this, cancellationToken), static s => s.Item1.LeaseAsync(s.cancellationToken).AsTask());

    /// <inheritdoc/>
    public override async Task<TResult> RunAsync<TState, TResult>(TState state, Func<Connection, TState, CancellationToken, Task<TResult>> call, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        using var lease = await LeaseAsync(cancellationToken).ConfigureAwait(false);
        return await call(lease.Connection, state, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async Task RunAsync<TState>(TState state, Func<Connection, TState, CancellationToken, Task> call, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        using var lease = await LeaseAsync(cancellationToken).ConfigureAwait(false);
        await call(lease.Connection, state, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override TResult Run<TState, TResult>(TState state, Func<Connection, TState, TResult> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        using var lease = Lease();
        return call(lease.Connection, state);
    }

    /// <inheritdoc/>
    public override IAsyncEnumerable<TElement> RunStream<TState, TElement>(
        TState state, Func<Connection, TState, CancellationToken, IAsyncEnumerable<TElement>> call, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        return StreamAsync(state, call, cancellationToken);
    }

    internal void Return(T worker) => _free.Give(worker);

    /// <summary>Opens all workers in parallel; where one fails, none stays open.</summary>
    protected override async Task OpenAsync(CancellationToken cancellationToken)
    {
        var opening = Workers.Select(worker => worker.ConnectAsync(cancellationToken)).ToArray();
        await Task.WhenAll(opening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (Array.TrueForAll(opening, static worker => worker.IsCompletedSuccessfully))
        {
            _free.Fill(Workers);
            return;
        }

        await Task.WhenAll(Workers.Select(static worker => worker.DisconnectAsync())).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await (opening.FirstOrDefault(static worker => worker.IsFaulted) ?? opening.First(static worker => worker.IsCanceled)).ConfigureAwait(false);
    }

    /// <summary>Closes all workers in parallel; who waits for one is told.</summary>
    protected override async Task CloseAsync(CancellationToken cancellationToken)
    {
        _free.Empty(new ConnectionClosedException($"{Name} was disconnected while the call waited for a free worker."));
        await Task.WhenAll(Workers.Select(worker => worker.DisconnectAsync(cancellationToken))).ConfigureAwait(false);
    }

    private async IAsyncEnumerable<TElement> StreamAsync<TState, TElement>(
        TState state, Func<Connection, TState, CancellationToken, IAsyncEnumerable<TElement>> call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lease = await LeaseAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var element in call(lease.Connection, state, cancellationToken).ConfigureAwait(false))
        {
            yield return element;
        }
    }

    private async Task<ConnectionLease<T>> WaitAsync(CancellationToken cancellationToken)
    {
        var worker = await _free.TakeAsync(PoolTimeout, Time, cancellationToken).ConfigureAwait(false)
            ?? throw new PoolTimeoutException($"None of the {Size} workers of {Name} was free within {PoolTimeout}.");
        return new(this, worker);
    }
}
