namespace ConnectionGen.Tests.Pools;

public sealed class FreeWorkersTests
{
    private readonly FreeWorkers<string> _workers = new(TimeProvider.System, static () => new NotConnectedException("not yet"));

    [Fact] // an opening that was cancelled before it had begun left those waiting who had come in between
    public void Nobody_waits_before_workers_are_expected()
    {
        var call = new Call();

        _workers.Wait(call);

        Assert.Equal("not yet", Assert.IsType<NotConnectedException>(call.Reason).Message);
        Assert.Equal(0, _workers.Waiting);
    }

    [Fact]
    public void Who_waits_for_expected_workers_gets_the_first_or_hears_that_there_is_none()
    {
        var (first, second) = (new Call(), new Call());
        _workers.Expect();
        _workers.Wait(first);
        _workers.Wait(second);
        Assert.Equal(2, _workers.Waiting);

        _workers.Open(["worker"]);
        _workers.Close(static () => new ConnectionClosedException("closed"));

        Assert.Equal("worker", first.Worker);
        Assert.Equal("closed", Assert.IsType<ConnectionClosedException>(second.Reason).Message);
    }

    [Fact]
    public void A_worker_of_an_opening_that_is_over_counts_as_broken_no_more_and_not_again()
    {
        _workers.Open(["worker"]);
        Assert.True(_workers.TryTake(out var taken));
        Assert.True(_workers.TryBreak(taken));
        Assert.Equal(1, _workers.Broken);

        _workers.Open(["worker"]);

        Assert.Equal(0, _workers.Broken);
        Assert.False(_workers.TryMend(taken));
        Assert.False(_workers.TryBreak(taken));
        Assert.Equal(0, _workers.Broken);
    }

    private sealed class Call() : WaitingCall<string>(long.MaxValue)
    {
        public string? Worker { get; private set; }

        public Exception? Reason { get; private set; }

        public override void End(Taken<string>? taken) => Worker = taken?.Worker;

        public override void Fail(Exception reason) => Reason = reason;
    }
}
