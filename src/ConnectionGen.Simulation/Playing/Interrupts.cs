namespace ConnectionGen.Simulation;

/// <summary>Ctrl-C that arrives while a response still runs. The reading side counts them in, the playing side stops for them.</summary>
internal sealed class Interrupts
{
    private long _received;
    private long _handled;
    private TaskCompletionSource<bool>? _wait;

    /// <summary>True while a Ctrl-C lies in the input that the playing side has not come to.</summary>
    public bool IsPending => Interlocked.Read(ref _received) > Interlocked.Read(ref _handled);

    public void Received(int count)
    {
        Interlocked.Add(ref _received, count);
        if (IsPending)
        {
            Volatile.Read(ref _wait)?.TrySetResult(false);
        }
    }

    public void Handled() => Interlocked.Increment(ref _handled);

    /// <summary>Waits; gives false at once where a Ctrl-C is pending or comes.</summary>
    public async ValueTask<bool> DelayAsync(TimeSpan delay, TimeProvider time, CancellationToken cancellationToken)
    {
        var wait = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var timer = time.CreateTimer(static state => ((TaskCompletionSource<bool>)state!).TrySetResult(true), wait, delay, Timeout.InfiniteTimeSpan);
        using var end = cancellationToken.UnsafeRegister(static (state, token) => ((TaskCompletionSource<bool>)state!).TrySetCanceled(token), wait);
        Volatile.Write(ref _wait, wait);
        try
        {
            return !IsPending && await wait.Task.ConfigureAwait(false);
        }
        finally
        {
            Volatile.Write(ref _wait, null);
        }
    }
}
