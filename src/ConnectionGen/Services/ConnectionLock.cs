namespace ConnectionGen;

/// <summary>A connection that is taken for a sequence of calls of one flow. Dispose of it to free the connection; calls that still run inside finish first.</summary>
public sealed class ConnectionLock : IAsyncDisposable, IDisposable
{
    private Frame.Sequence? _sequence;

    private ConnectionLock(Frame.Sequence sequence) => _sequence = sequence;

    /// <summary>Frees the connection; once is enough, more does no harm.</summary>
    public void Dispose() => Interlocked.Exchange(ref _sequence, null)?.Leave();

    /// <inheritdoc cref="Dispose"/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }

    /// <summary>Not asynchronous itself: what it puts into the flow stays in the caller's.</summary>
    internal static Task<ConnectionLock> TakeAsync(Connection connection, TimeSpan limit, CancellationToken cancellationToken)
    {
        var ambient = Frame.Current.Value;
        var gate = Frame.Choose(connection.Gate, ambient);
        var sequence = new Frame.Sequence(gate, ambient);
        Frame.Current.Value = sequence;
        return EnterAsync(connection, gate, sequence, limit, cancellationToken);
    }

    private static async Task<ConnectionLock> EnterAsync(Connection connection, Gate gate, Frame.Sequence sequence, TimeSpan limit, CancellationToken cancellationToken)
    {
        await Blocking.LeaveContext();
        try
        {
            if (!await gate.EnterAsync(limit, connection.Time, cancellationToken).ConfigureAwait(false))
            {
                throw new InvalidOperationException($"{connection.Name} cannot be locked: the call inside which it was to be locked is over.");
            }
        }
        catch (TimeoutException)
        {
            sequence.Abandon();
            throw new ConnectionBusyException($"{connection.Name} was in use by another call for {limit}.");
        }
        catch
        {
            sequence.Abandon();
            throw;
        }

        sequence.Begin();
        return new(sequence);
    }
}
