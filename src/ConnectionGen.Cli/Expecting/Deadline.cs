namespace ConnectionGen.Cli.Expecting;

/// <summary>
/// The end of an operation: one moment, which no byte that arrives moves. Costs a look at the clock unless the operation has to wait.
/// </summary>
internal sealed class Deadline : IDisposable
{
    private readonly TimeProvider _time;
    private readonly CancellationToken _cancellationToken;
    private readonly long _start;
    private CancellationTokenSource? _source;
    private CancellationTokenSource? _linked;

    public Deadline(TimeProvider time, TimeSpan limit, CancellationToken cancellationToken)
    {
        if (limit < TimeSpan.Zero && limit != Timeout.InfiniteTimeSpan)
            throw new ArgumentOutOfRangeException(nameof(limit), limit, "A limit is a positive time, or Timeout.InfiniteTimeSpan.");
        _time = time;
        Limit = limit;
        _cancellationToken = cancellationToken;
        _start = time.GetTimestamp();
    }

    public TimeSpan Limit { get; }

    public bool IsOver => Limit != Timeout.InfiniteTimeSpan && _time.GetElapsedTime(_start) >= Limit;

    /// <summary>True if the user has not asked to stop, so that it was the deadline that ended a wait.</summary>
    public bool EndedWait => !_cancellationToken.IsCancellationRequested && (_source?.IsCancellationRequested == true || IsOver);

    /// <summary>What is left; never negative.</summary>
    public TimeSpan Left
    {
        get
        {
            if (Limit == Timeout.InfiniteTimeSpan)
                return Limit;
            var left = Limit - _time.GetElapsedTime(_start);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>Cancelled at the end or when the user asks to. Made when first needed.</summary>
    public CancellationToken Token
    {
        get
        {
            if (Limit == Timeout.InfiniteTimeSpan)
                return _cancellationToken;
            if (_source is null)
            {
                _source = new CancellationTokenSource(Left, _time);
                if (_cancellationToken.CanBeCanceled)
                    _linked = CancellationTokenSource.CreateLinkedTokenSource(_source.Token, _cancellationToken);
            }

            return (_linked ?? _source).Token;
        }
    }

    /// <summary>The token of the caller alone.</summary>
    public CancellationToken UserToken => _cancellationToken;

    /// <summary>Waits a time; false if the end came before.</summary>
    public async ValueTask<bool> PauseAsync(TimeSpan time)
    {
        try
        {
            await Task.Delay(time, _time, Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (EndedWait)
        {
            return false;
        }
    }

    public void ThrowIfCancelled() => _cancellationToken.ThrowIfCancellationRequested();

    public void Dispose()
    {
        _linked?.Dispose();
        _source?.Dispose();
    }
}
