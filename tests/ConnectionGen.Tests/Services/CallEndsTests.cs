namespace ConnectionGen.Tests.Services;

/// <summary>Calls, locks, streams and openings that end otherwise than they should: nothing runs beside another call, and nobody waits for what is over.</summary>
public sealed class CallEndsTests : IAsyncLifetime
{
    private readonly Testbed _lab = ProbeLab.Load();
    private ProbeConnection _probe = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _probe = await _lab.Devices["r1"].ConnectAsync<ProbeConnection>("p", cancellationToken: Token);

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Fact]
    public async Task A_stream_can_be_disposed_of_twice()
    {
        var numbers = _probe.NumbersAsync(3, Token).GetAsyncEnumerator(Token);
        Assert.True(await numbers.MoveNextAsync());
        await numbers.DisposeAsync();
        await Task.Run(async () => await numbers.DisposeAsync(), Token).WaitAsync(ProbeLab.Soon, Token);
        Assert.Equal("ok", await _probe.CountAsync(0, Token));
    }

    [Fact]
    public async Task A_call_that_was_to_run_inside_a_lock_that_was_not_got_waits_for_the_connection_itself()
    {
        var go = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var holding = InAnotherFlow(() => _probe.RunAsync(
            _ =>
            {
                held.SetResult();
                return go.Task;
            },
            Token));
        await held.Task;
        var locking = _probe.LockAsync(TimeSpan.FromMilliseconds(100), Token);
        var inside = _probe.CountAsync(0, Token);
        await Assert.ThrowsAsync<ConnectionBusyException>(() => locking);
        await Task.Delay(50, Token);
        Assert.Equal((false, 0), (inside.IsCompleted, _probe.Calls));
        go.SetResult("");
        await holding;
        Assert.Equal("ok", await inside.WaitAsync(ProbeLab.Soon, Token));
    }

    [Fact]
    public async Task A_call_whose_own_calls_have_ended_is_ended_by_a_disconnect_too()
    {
        _probe.Limits = _probe.Limits with { Disconnect = TimeSpan.FromMilliseconds(50) };
        var go = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = InAnotherFlow(() => _probe.RunAsync(
            async c =>
            {
                await c.CountAsync(0, Token);
                await c.CountAsync(0, Token);
                begun.SetResult();
                return await go.Task;
            },
            Token));
        await begun.Task;
        await _probe.DisconnectAsync(Token);
        var error = await Assert.ThrowsAsync<ConnectionClosedException>(() => running.WaitAsync(ProbeLab.Soon, Token));
        Assert.Equal("'p' of 'r1' via 'mgmt' was disconnected while the call was running.", error.Message);
        go.SetResult("");
    }

    [Fact]
    public async Task A_disconnect_ends_an_opening_that_does_not_end_by_itself()
    {
        await _probe.DisconnectAsync(Token);
        _probe.Limits = _probe.Limits with { Disconnect = TimeSpan.FromMilliseconds(50) };
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _probe.OnOpen = async (_, token) =>
        {
            begun.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, token);
            }
            finally
            {
                ended.SetResult();
            }
        };
        var connecting = InAnotherFlow(async () =>
        {
            await _probe.ConnectAsync(Token);
            return true;
        });
        await begun.Task;
        await _probe.DisconnectAsync(Token);
        await ended.Task.WaitAsync(ProbeLab.Soon, Token);
        var error = await Assert.ThrowsAsync<ConnectionClosedException>(() => connecting.WaitAsync(ProbeLab.Soon, Token));
        Assert.Equal("'p' of 'r1' via 'mgmt' was disconnected while it was being opened.", error.Message);
        _probe.OnOpen = static (_, _) => Task.CompletedTask;
        await _probe.ConnectAsync(Token).WaitAsync(ProbeLab.Soon, Token);
        Assert.True(_probe.IsConnected);
    }

    private static async Task<T> InAnotherFlow<T>(Func<Task<T>> call)
    {
        Task<T> running;
        using (ExecutionContext.SuppressFlow())
        {
            running = Task.Run(call, Token);
        }

        return await running;
    }
}
