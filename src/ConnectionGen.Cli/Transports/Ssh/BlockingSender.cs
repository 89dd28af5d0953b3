namespace ConnectionGen.Cli.Transports;

/// <summary>
/// Sends through a library that blocks while the far side's window is full, and that nothing can interrupt: a long text that its caller has given up
/// is sent to its end, and what is sent next waits for that. A short text is sent at once, in the caller's thread, as long as the far side answers: it
/// has taken what was sent before, so that its window has room.
/// </summary>
/// <param name="send">Blocks until the bytes are sent.</param>
internal sealed class BlockingSender(Action<ReadOnlyMemory<byte>> send)
{
    // more than that without an answer is sent from the thread pool; the windows of devices begin at a few thousand
    private const int SendAtOnce = 1024;

    private Task _sending = Task.CompletedTask;
    private int _unanswered;

    /// <summary>Something has come from the far side.</summary>
    public void Answered() => Volatile.Write(ref _unanswered, 0);

    public async ValueTask SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (!_sending.IsCompleted)
        {
            await _sending.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }

        if (Interlocked.Add(ref _unanswered, bytes.Length) <= SendAtOnce)
        {
            send(bytes);
            return;
        }

        var copy = bytes.ToArray(); // the caller's buffer is his own again as soon as he gives up
        _sending = Task.Run(() => send(copy), CancellationToken.None);
        _ = _sending.ContinueWith(static sending => _ = sending.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        await _sending.WaitAsync(cancellationToken).ConfigureAwait(false);
    }
}
