using ConnectionGen.Cli.Transports;
using Renci.SshNet;

namespace ConnectionGen.Cli.Tunnels;

/// <summary>
/// One SSH server that leads on to others. Its session is opened for the first that goes through it, shared by all, and closed with the last. Those who
/// come while it is being opened share also its failure: a wrong password is sent once.
/// </summary>
/// <param name="settings">Where it is, and as whom to log in.</param>
/// <param name="openThrough">Opens the tunnel that leads to it; null where it is reached without.</param>
/// <param name="limit">How many may go through it at a time.</param>
internal sealed class Bastion(SshSettings settings, Func<CancellationToken, Task<Tunnel>>? openThrough, int limit) : IAsyncDisposable
{
    private static readonly TimeSpan s_ending = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _places = new(limit, limit);
    private readonly List<Forward> _forwards = [];
    private int _users; // of the session, those who wait for it included
    private Task<Session>? _session;
    private SshClient? _client; // of that session, once somebody has found it open

    /// <summary>A session, and the tunnel that it goes through itself.</summary>
    private sealed record Session(SshClient Client, Tunnel? Through)
    {
        /// <summary>Guards the client's list of ports.</summary>
        public Lock Ports { get; } = new();

        /// <summary>Closes it. A list of ports that changes meanwhile would keep it open.</summary>
        public void End()
        {
            lock (Ports)
                Client.Dispose();
        }
    }

    /// <summary>Opens a tunnel to a host behind the bastion.</summary>
    /// <exception cref="ConnectFailedException">The bastion cannot be reached, or no place was free on it in time.</exception>
    public async Task<Tunnel> OpenAsync(TunnelRoute route, string host, int port, TimeProvider time, TimeSpan patience, CancellationToken cancellationToken)
    {
        await TakePlaceAsync(route.Bastion, time, patience, cancellationToken).ConfigureAwait(false);
        var opening = EnterSession();
        try
        {
            var session = await opening.WaitAsync(cancellationToken).ConfigureAwait(false);
            return new Tunnel(this, Share(opening, session, route, host, port));
        }
        catch
        {
            await LeaveSessionAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>One that went through it has ended.</summary>
    public async ValueTask ReleaseAsync(Forward forward)
    {
        bool isUnused;
        lock (_lock)
        {
            isUnused = forward.Leave();
            if (isUnused)
                _forwards.Remove(forward);
        }

        if (isUnused)
            await Task.Run(forward.Dispose).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await LeaveSessionAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        Task<Session>? session;
        lock (_lock)
            (session, _session, _client) = (_session, null, null);
        if (session is not null)
            await CloseAsync(session).ConfigureAwait(false);
    }

    private async Task TakePlaceAsync(string name, TimeProvider time, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (_places.Wait(0, CancellationToken.None))
            return;
        // a moment before the connection's own limit, so that the message says what was awaited
        using var limited = new CancellationTokenSource(patience < TimeSpan.Zero ? patience : patience * 0.9, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limited.Token, cancellationToken);
        try
        {
            await _places.WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ConnectFailedException($"All {limit} places of the jump host '{name}' are taken (keys: sshtunnel, limit).", ConnectFailure.TimedOut);
        }
    }

    private Task<Session> EnterSession()
    {
        lock (_lock)
        {
            _users++;
            if (_session is null or { IsFaulted: true } or { IsCanceled: true } || _client is { IsConnected: false })
            {
                var dead = _session;
                _client = null;
                _forwards.Clear();
                _session = OpenSessionAsync(dead);
            }

            return _session;
        }
    }

    // The last closes it, those counted who wait for it: it does not close under one who is about to go through it.
    private async ValueTask LeaveSessionAsync()
    {
        Task<Session>? last = null;
        lock (_lock)
        {
            if (--_users == 0)
                (last, _session, _client) = (_session, null, null);
        }

        var closing = last is null ? Task.CompletedTask : CloseAsync(last);
        // who gives up while it is being opened does not wait for that
        if (last is not { IsCompleted: false })
            await closing.ConfigureAwait(false);
        _places.Release();
    }

    private async Task<Session> OpenSessionAsync(Task<Session>? dead)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding); // nothing is opened under the lock
        if (dead is { IsCompletedSuccessfully: true })
            await CloseAsync(dead).ConfigureAwait(false);
        var through = openThrough is null ? null : await openThrough(CancellationToken.None).ConfigureAwait(false);
        try
        {
            var (client, _, _) = await SshLogin.OpenAsync(settings with { Through = through?.EndPoint }, static (_, _) => true, CancellationToken.None).ConfigureAwait(false);
            // where the session breaks, the library waits so long for its tunnels before it closes them
            client.ErrorOccurred += (_, _) => client.ConnectionInfo.Timeout = s_ending;
            return new Session(client, through);
        }
        catch
        {
            if (through is not null)
                await through.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private Forward Share(Task<Session> opening, Session session, TunnelRoute route, string host, int port)
    {
        lock (_lock)
        {
            if (opening == _session)
                _client = session.Client;
            // a port each: the library serves the second of two that come at once first, and the first when that has ended
            var forward = route.Port == 0 ? null : _forwards.Find(one => one.Target == (host, port) && one.EndPoint.Port == route.Port);
            if (forward is null)
                _forwards.Add(forward = Forward.Start(session.Client, session.Ports, route, host, port));
            forward.Enter();
            return forward;
        }
    }

    private static async Task CloseAsync(Task<Session> opening)
    {
        await ((Task)opening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!opening.IsCompletedSuccessfully)
            return;
        var session = await opening.ConfigureAwait(false);
        await Task.Run(session.End).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (session.Through is { } through)
            await through.DisposeAsync().ConfigureAwait(false);
    }
}
