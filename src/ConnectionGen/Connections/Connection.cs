using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ConnectionGen;

/// <summary>
/// One connection to a device. Derive from it, mark the class with <see cref="ConnectionClassAttribute"/>, open and close the link in
/// <see cref="OpenAsync"/> and <see cref="CloseAsync"/>, and offer services: virtual methods marked with <see cref="ServiceAttribute"/>.
/// Connections are made by their device's <see cref="ConnectionManager"/>, never with <c>new</c>.
/// </summary>
/// <remarks>
/// One call at a time runs on a connection, whoever makes it and however; the calls that a service makes on its own connection run inside it.
/// </remarks>
public abstract partial class Connection : IAsyncDisposable, IDisposable
{
    private volatile Status _status;
    private IPendingCall? _pending;
    private Task? _closing;
    private readonly bool _mayLog; // spares the calls of those who log nothing the question
    private ChosenWrappers? _chosen;

    /// <summary>Takes the context that the manager made for this connection.</summary>
    /// <param name="context">The connection's device, alias, path and arguments; pass it on unchanged.</param>
    protected Connection(ConnectionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        Context = context;
        IsConcurrent = context.Class.Concurrency == Concurrency.Concurrent;
        Limits = context.Limits;
        _mayLog = context.Logger is not NullLogger;
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

    internal ILogger Logger => Context.Logger;

    internal string DeviceName => Context.DeviceName;

    internal TimeProvider Time => Context.TimeProvider;

    internal bool IsClosed => _status is Status.Closed or Status.Disposed;

    internal bool IsDestroyed => _isDestroyed;

    /// <summary><c>'vty_1' of 'phoenix' via 'mgmt'</c>, for messages.</summary>
    internal string Name => Context.ConnectionName;

    /// <summary>
    /// Opens the connection; does nothing where it is open. <see cref="ConnectionManager.ConnectAsync(string?, string?, CancellationToken)"/> makes and opens
    /// one by its alias.
    /// </summary>
    /// <param name="cancellationToken">Stops the opening; the connection is closed then.</param>
    /// <exception cref="ConnectionTimeoutException">It did not open within <see cref="ConnectionLimits.Open"/>.</exception>
    /// <exception cref="ConnectionOpenException">The class could not open it; an exception of the class that names its connection comes as it is.</exception>
    /// <exception cref="ConnectionBusyException">Another call held it for longer than <see cref="ConnectionLimits.Busy"/>.</exception>
    /// <exception cref="ConnectionClosedException">It was disconnected while it was being opened.</exception>
    /// <exception cref="ObjectDisposedException">It was disposed or destroyed.</exception>
    public async Task ConnectAsync(CancellationToken cancellationToken = default)
    {
        await Blocking.LeaveContext();
        var frame = await ServiceCalls.EnterAsync(this, Frame.Choose(Gate, Frame.Current.Value), Limits.Busy, cancellationToken).ConfigureAwait(false);
        Frame.Current.Value = frame;
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            ThrowIfDestroyed();
            if (!IsClosed && IsConnected)
            {
                return;
            }

            await CloseOnceAsync(Status.Closed, cancellationToken).ConfigureAwait(false); // a pool whose workers are all gone is open still
            await OpenWithinLimitAsync(cancellationToken).ConfigureAwait(false);
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

    /// <summary>
    /// Takes the connection for a sequence of calls of this flow: calls of others wait until the lock is disposed of. The flow's own calls, and further locks,
    /// run inside it.
    /// </summary>
    /// <param name="limit">How long to wait for it; <see cref="ConnectionLimits.Busy"/> unless said otherwise.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <exception cref="ConnectionBusyException">It was not free within the limit.</exception>
    /// <example><code>
    /// await using (await connection.LockAsync())
    /// {
    ///     await connection.ConfigureAsync("interface eth1");
    ///     await connection.ExecuteAsync("show interface eth1");
    /// }
    /// </code></example>
    public Task<ConnectionLock> LockAsync(TimeSpan? limit = null, CancellationToken cancellationToken = default)
        => ConnectionLock.TakeAsync(this, limit is { } value ? Checked(value) : Limits.Busy, cancellationToken);

    /// <inheritdoc cref="LockAsync"/>
    public ConnectionLock Lock(TimeSpan? limit = null, CancellationToken cancellationToken = default)
        => Blocking.Run((this, limit, cancellationToken), static s => s.Item1.LockAsync(s.limit, s.cancellationToken));

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

    internal void ThrowIfDestroyed()
    {
        if (IsDestroyed)
        {
            throw new ObjectDisposedException(ConnectionClass.Name, $"{Name} was destroyed. Connect the alias again: that makes a new connection.");
        }
    }

    internal void ThrowIfClosed(ServiceInfo service)
    {
        ThrowIfDestroyed();
        if (_status == Status.Closed)
        {
            throw new NotConnectedException($"{Name} is not connected: {service.Name} cannot run. Connect it first.");
        }
    }

    private TimeSpan Checked(TimeSpan limit) => limit < TimeSpan.Zero ? ConnectionLimits.Checked(limit, nameof(limit), Name) : limit;

    /// <summary>Counts this connection as open or closed; a pool counts its workers instead.</summary>
    private protected virtual void CountOpen(int change) => Signals.CountOpen(this, change);

    internal Task DestroyAsync(CancellationToken cancellationToken) => EndAsync(Status.Disposed, cancellationToken);

    /// <summary>Gives the call that was pending before, if there is one.</summary>
    internal IPendingCall? BeginPending(IPendingCall call) => Interlocked.Exchange(ref _pending, call) is { IsPending: true } other ? other : null;

    internal void EndPending(IPendingCall call, IPendingCall? other) => Interlocked.CompareExchange(ref _pending, other is { IsPending: true } ? other : null, call);

    /// <summary>True where something looks at each call: wrappers, a log, a trace or metrics.</summary>
    internal bool IsObserved(ServiceInfo service)
    {
        var wrappers = Context.Wrappers;
        return (!wrappers.IsEmpty && WrappersOf(service, wrappers).Length > 0) || Signals.AreWatched || (_mayLog && Logger.IsEnabled(LogLevel.Debug));
    }

    internal ServiceWrapper[] WrappersOf(ServiceInfo service) => WrappersOf(service, Context.Wrappers);

    private ServiceWrapper[] WrappersOf(ServiceInfo service, WrapperSet wrappers)
    {
        var chosen = Volatile.Read(ref _chosen);
        if (chosen is null || chosen.From != wrappers)
        {
            Volatile.Write(ref _chosen, chosen = new(wrappers));
        }

        return chosen.For(this, service);
    }

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
        if (Interlocked.CompareExchange(ref _status, Status.Closed, Status.Open) == Status.Open)
        {
            LinkEnded();
        }
    }
}
