using ConnectionGen.Cli.Transports;

namespace ConnectionGen.Cli.Tests.Transports;

public sealed class BlockingSenderTests : IDisposable
{
    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim _window = new(0);
    private readonly List<byte> _sent = [];
    private Exception? _failure;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_long_text_that_is_given_up_goes_out_whole_before_the_next()
    {
        var sender = new BlockingSender(Send);
        using var stop = new CancellationTokenSource();
        var text = new byte[10_000];
        Array.Fill(text, (byte)1);
        var sending = sender.SendAsync(text, stop.Token).AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Array.Fill(text, (byte)2); // the caller uses his buffer again
        var next = sender.SendAsync(text.AsMemory(0, 3), Token).AsTask();
        Assert.False(next.IsCompleted);
        _window.Release(2);
        await next.WaitAsync(s_soon, Token);
        Assert.Equal([.. Enumerable.Repeat((byte)1, 10_000), 2, 2, 2], _sent);
    }

    [Fact]
    public async Task The_failure_of_a_long_text_that_was_given_up_is_left_to_nobody()
    {
        var unobserved = new List<Exception>();
        EventHandler<UnobservedTaskExceptionEventArgs> note = (_, e) =>
        {
            lock (unobserved)
                unobserved.Add(e.Exception);
        };
        TaskScheduler.UnobservedTaskException += note;
        try
        {
            await GiveUpAsync(new IOException("far side gone"));
            for (var n = 0; n < 3; n++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= note;
        }

        Assert.DoesNotContain(unobserved, static error => error.ToString().Contains("far side gone", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Short_texts_are_sent_at_once_while_the_far_side_answers_and_keep_no_caller_when_it_does_not()
    {
        var sender = new BlockingSender(Send);
        _window.Release(4);
        for (var n = 0; n < 4; n++)
        {
            Assert.True(sender.SendAsync(new byte[600], Token).AsTask().IsCompletedSuccessfully);
            sender.Answered();
        }

        _window.Release(1);
        Assert.True(sender.SendAsync(new byte[600], Token).AsTask().IsCompletedSuccessfully);
        // the window is full now, and the far side says nothing
        var waiting = sender.SendAsync(new byte[600], Token).AsTask();
        Assert.False(waiting.IsCompleted);
        _window.Release(1);
        await waiting.WaitAsync(s_soon, Token);
        Assert.Equal(6 * 600, _sent.Count);
    }

    public void Dispose() => _window.Dispose();

    // in a method of its own, so that nothing keeps the task; ends when the text that was given up has failed
    private async Task GiveUpAsync(Exception failure)
    {
        var sender = new BlockingSender(Send);
        using var stop = new CancellationTokenSource();
        _failure = failure;
        var sending = sender.SendAsync(new byte[10_000], stop.Token).AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        _window.Release(2);
        await sender.SendAsync(new byte[1], Token).AsTask().WaitAsync(s_soon, Token);
    }

    private void Send(ReadOnlyMemory<byte> bytes)
    {
        Assert.True(_window.Wait(s_soon, Token));
        if (Interlocked.Exchange(ref _failure, null) is { } failure)
            throw failure;
        _sent.AddRange(bytes.Span);
    }
}
