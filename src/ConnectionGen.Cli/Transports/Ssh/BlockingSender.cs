namespace ConnectionGen.Cli.Transports;

/// <summary>
/// Sends through a library that blocks while the far side's window is full, and that nothing can interrupt: a long text that its caller has given up
/// is sent to its end, and what is sent next waits for that.
/// </summary>
/// <param name="send">Blocks until the bytes are sent.</param>
internal sealed class BlockingSender(Action<ReadOnlyMemory<byte>> send)
{
    // longer text is sent from the thread pool
    private const int SendAtOnce = 4096;

    private Task _sending = Task.CompletedTask;

    public async ValueTask SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (!_sending.IsCompleted)
        {
            await _sending.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }

        if (bytes.Length <= SendAtOnce)
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
