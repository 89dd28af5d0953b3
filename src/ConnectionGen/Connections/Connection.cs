namespace ConnectionGen;

/// <summary>
/// One connection to a device. Derive from it, mark the class with <see cref="ConnectionClassAttribute"/>, open and close the link in
/// <see cref="OpenAsync"/> and <see cref="CloseAsync"/>, and offer services: virtual methods marked with <see cref="ServiceAttribute"/>.
/// Connections are made by their device's <see cref="ConnectionManager"/>, never with <c>new</c>.
/// </summary>
/// <remarks>
/// One call at a time runs on a connection, whoever makes it and however; the calls that a service makes on its own connection run inside it.
/// </remarks>
public abstract class Connection : IAsyncDisposable, IDisposable
{
    private volatile Status _status;
    private IPendingCall? _pending;
    private Task? _closing;

    /// <summary>Takes the context that the manager made for this connection.</summary>
    /// <param name="context">The connection's device, alias, path and arguments; pass it on unchanged.</param>
    protected Connection(ConnectionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        Context = context;
        IsConcurrent = context.Class.Concurrency == Concurrency.Concurrent;
        Limits = context.Limits;
    }

    private enum Status
    {
        Closed,
        Opening,
        Open,
        Disposed,
    }

    /// <summary>The device.</summary>
    /// <exception cref="ObjectDisposedException">The device was collected: hold its testbed while you use its connections.</exception>
    public Device Device => Context.Device;

    /// <summary>The name of this connection on its device.</summary>
    public string Alias => Context.Alias;

    /// <summary>The path that it takes: an entry under the device's <c>connections:</c>.</summary>
    public string Via => Context.Path.Name;

    /// <summary>Your class, marked with <see cref="ConnectionClassAttribute"/>; <see cref="object.GetType"/> gives the generated class derived from it.</summary>
    public Type ConnectionClass => Context.Class.Type;

    /// <summary>True while the connection is open, as far as it was seen; <see cref="ProbeAsync"/> asks the peer.</summary>
    public virtual bool IsConnected => _status == Status.Open;

    /// <summary>How long this connection may take to open and close, and how long a call waits for the one before it.</summary>
    public ConnectionLimits Limits { get; set; }

    /// <summary>What this connection was made from, for derived classes. Use it instead of the constructor's parameter, which would be kept twice.</summary>
    protected ConnectionContext Context { get; }

    internal Gate Gate { get; } = new();

    internal bool IsConcurrent { get; }

    internal TimeProvider Time => Context.TimeProvider;

    internal bool IsClosed => _status is Status.Closed or Status.Disposed;

    internal bool IsDestroyed => _status == Status.Disposed;

    internal IPendingCall? Pending
    {
        set => Volatile.Write(ref _pending, value);
    }

    /// <summary><c>'vty_1' of 'phoenix' via 'mgmt'</c>, for messages.</summary>
    internal string Name => Context.ConnectionName;

    /// <summary>
    /// Opens the connection; does nothing where it is open. <see cref="ConnectionManager.ConnectAsync(string?, string?, CancellationToken)"/> makes and opens
    /// one by its alias.
    /// </summary>
    /// <param name="cancellationToken">Stops the opening; the connection is closed then.</param>
    /// <exception cref="ConnectionTimeoutException">It did not open within <see cref="ConnectionLimits.Open"/>.</exception>
    /// <exception cref="ConnectionBusyException">Another call held it for longer than <see cref="ConnectionLimits.Busy"/>.</exception>
    /// <exception cref="ObjectDisposedException">It was disposed or destroyed.</exception>
    public async Task ConnectAsync(CancellationToken cancellationToken = default)
    {
        await Blocking.LeaveContext();
        var frame = await ServiceCalls.EnterAsync(this, Frame.Choose(Gate, Frame.Current.Value), Limits.Busy, cancellationToken).ConfigureAwait(false);
        Frame.Current.Value = frame;
        try
        {
            ObjectDisposedException.ThrowIf(_status == Status.Disposed, this);
            if (!IsClosed && IsConnected)
            {
                return;
            }

            await OpenWithinLimitAsync(cancellationToken).ConfigureAwait(false);
            Log.Connected(Context.Logger, Alias, Context.DeviceName, Via);
        }
        finally
        {
            frame.Leave();
        }
    }

    /// <inheritdoc cref="ConnectAsync"/>
    public void Connect(CancellationToken cancellationToken = default) => Blocking.Run((this, cancellationToken), static s => s.Item1.ConnectAsync(s.cancellationToken));

    /// <summary>
    /// Closes the connection; the object stays and can be connected again. Waits for a running service up to <see cref="ConnectionLimits.Disconnect"/>, then
    /// closes under it, and that service ends with <see cref="ConnectionClosedException"/>.
    /// </summary>
    /// <param name="cancellationToken">Stops the waiting and the closing.</param>
    public Task DisconnectAsync(CancellationToken cancellationToken = default) => EndAsync(Status.Closed, cancellationToken);

    /// <inheritdoc cref="DisconnectAsync"/>
    public void Disconnect(CancellationToken cancellationToken = default) => Blocking.Run((this, cancellationToken), static s => s.Item1.DisconnectAsync(s.cancellationToken));

    /// <summary>Asks the peer whether it lives. <see cref="IsConnected"/> only looks.</summary>
    /// <param name="cancellationToken">Stops the asking.</param>
    /// <returns>False where the connection is closed or the peer does not answer.</returns>
    public async Task<bool> ProbeAsync(CancellationToken cancellationToken = default)
    {
        await Blocking.LeaveContext();
        var frame = await ServiceCalls.EnterAsync(this, Frame.Choose(Gate, Frame.Current.Value), Limits.Busy, cancellationToken).ConfigureAwait(false);
        Frame.Current.Value = frame;
        try
        {
            return IsConnected && await ProbePeerAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            frame.Leave();
        }
    }

    /// <inheritdoc cref="ProbeAsync"/>
    public bool Probe(CancellationToken cancellationToken = default) => Blocking.Run((this, cancellationToken), static s => s.Item1.ProbeAsync(s.cancellationToken));

    /// <summary>Closes the connection for good; its manager forgets it.</summary>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await DestroyAsync(CancellationToken.None).ConfigureAwait(false);
    }

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        Blocking.Run(this, static connection => connection.DisposeAsync().AsTask());
    }

    /// <summary><c>'vty_1' of 'phoenix' via 'mgmt' (open)</c>.</summary>
    public override string ToString() => $"{Name} ({(IsConnected ? "open" : "closed")})";

    internal void ThrowIfClosed(ServiceInfo service)
    {
        ObjectDisposedException.ThrowIf(_status == Status.Disposed, this);
        if (_status == Status.Closed)
        {
            throw new NotConnectedException($"{Name} is not connected: {service.Name} cannot run. Connect it first.");
        }
    }

    internal Task DestroyAsync(CancellationToken cancellationToken) => EndAsync(Status.Disposed, cancellationToken);

    internal void EndPending(IPendingCall call) => Interlocked.CompareExchange(ref _pending, null, call);

    /// <summary>True where something looks at each call: wrappers, a log, a trace or metrics.</summary>
    internal virtual bool IsObserved(ServiceInfo service) => false;

    /// <summary>Opens the link. It runs inside the connection's own gate: it may call services. Throw where it cannot be opened; what you opened so far is yours to close.</summary>
    /// <param name="cancellationToken">Stops the opening; it fires, too, when <see cref="ConnectionLimits.Open"/> is over.</param>
    protected abstract Task OpenAsync(CancellationToken cancellationToken);

    /// <summary>Closes the link. The connection counts as closed afterwards, even if this throws.</summary>
    /// <param name="cancellationToken">Stops the closing; it fires, too, when <see cref="ConnectionLimits.Close"/> is over.</param>
    protected abstract Task CloseAsync(CancellationToken cancellationToken);

    /// <summary>Asks the peer whether it lives, for <see cref="ProbeAsync"/>; without an override, the answer is yes.</summary>
    /// <param name="cancellationToken">Stops the asking.</param>
    protected virtual Task<bool> ProbePeerAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>For classes whose link can end by itself: says that it has. The connection counts as closed from now on; <see cref="CloseAsync"/> is not called for it.</summary>
    protected void ReportClosed()
    {
        if (_status == Status.Open)
        {
            _status = Status.Closed;
        }
    }

    private async Task OpenWithinLimitAsync(CancellationToken cancellationToken)
    {
        _status = Status.Opening;
        using var limit = new CancellationTokenSource(Limits.Open, Time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var opening = Task.CompletedTask;
        try
        {
            opening = OpenAsync(stop.Token);
            await opening.WaitAsync(stop.Token).ConfigureAwait(false);
            _status = Status.Open;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ConnectionTimeoutException($"{Name} did not open within {Limits.Open}.");
        }
        finally
        {
            if (_status == Status.Opening)
            {
                _status = Status.Closed;
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
            _status = Status.Closed;
            Log.Disconnected(Context.Logger, Alias, Context.DeviceName, Via);
        }
    }
}
