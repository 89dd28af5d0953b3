namespace ConnectionGen;

/// <content>Who wants to know of the end of the link, and who wants it no more.</content>
public abstract partial class Connection
{
    private CancellationTokenSource? _disconnected; // while the link is open and somebody has asked
    private CancellationTokenSource? _unwanted; // until the connection is disconnected or destroyed

    /// <summary>
    /// Cancelled when the link that is open now has ended, by itself or because it was disconnected; cancelled already where none is open. While somebody
    /// holds it, a class that can looks at its link every second, so that an end is seen also where nobody calls.
    /// </summary>
    /// <example><code>
    /// using var stop = CancellationTokenSource.CreateLinkedTokenSource(r1.Alias().Connection.Disconnected, testToken);
    /// await WatchRoutesAsync(stop.Token);
    /// </code></example>
    public CancellationToken Disconnected
    {
        get
        {
            lock (Gate)
            {
                if (_status != Status.Open)
                {
                    return new CancellationToken(canceled: true);
                }

                if (_disconnected is null)
                {
                    _disconnected = new();
                    BeginWatching(_disconnected.Token);
                }

                return _disconnected.Token;
            }
        }
    }

    /// <summary>
    /// Cancelled when the connection is next disconnected or destroyed by a call, or was destroyed: for what a class does on its own behind a link that has
    /// ended, such as connecting again.
    /// </summary>
    protected CancellationToken Unwanted
    {
        get
        {
            lock (Gate)
            {
                return _isDestroyed ? new CancellationToken(canceled: true) : (_unwanted ??= new()).Token;
            }
        }
    }

    /// <summary>
    /// For classes whose link can end unseen: returns when it has ended. It runs beside calls, while somebody holds <see cref="Disconnected"/>; the
    /// connection counts as closed afterwards. Without an override nobody watches.
    /// </summary>
    /// <param name="cancellationToken">Stops the watching.</param>
    protected virtual Task WatchPeerAsync(CancellationToken cancellationToken) => Task.Delay(Timeout.InfiniteTimeSpan, Time, cancellationToken);

    private void BeginWatching(CancellationToken ended)
    {
        // whoever asked first is no part of it
        using (ExecutionContext.SuppressFlow())
        {
            _ = Task.Run(() => WatchAsync(ended), CancellationToken.None);
        }
    }

    private async Task WatchAsync(CancellationToken ended)
    {
        var watching = WatchPeerAsync(ended);
        await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (watching.IsCompletedSuccessfully && !ended.IsCancellationRequested)
        {
            ReportClosed();
        }
    }

    private void GiveUp()
    {
        CancellationTokenSource? unwanted;
        lock (Gate)
        {
            (unwanted, _unwanted) = (_unwanted, null);
        }

        _ = unwanted?.CancelAsync();
    }
}
