namespace ConnectionGen.Tests.Stress;

/// <summary>What a call does.</summary>
public enum StressCall
{
    Return,
    Yield,
    Wait,
    Throw,
    EndLink,
}

/// <summary>A connection that fails when its ledger says so, and tells the ledger when it is used in a way that it should not be.</summary>
[ConnectionClass("stress")]
public partial class StressConnection : Connection
{
    private readonly Ledger _ledger;
    private int _links;
    private int _inside;

    public StressConnection(ConnectionContext context)
        : base(context)
    {
        _ledger = Ledger.Of(Device.Testbed!);
        _ledger.Add(this);
    }

    /// <summary>How many links are open: none or one, if all is well.</summary>
    public int Links => Volatile.Read(ref _links);

    [Service]
    public virtual async Task<string> StressAsync(StressCall call, CancellationToken cancellationToken = default)
    {
        if (Interlocked.Increment(ref _inside) != 1)
        {
            _ledger.Complain($"{this} runs two calls at once");
        }

        try
        {
            switch (call)
            {
                case StressCall.Yield:
                    await Task.Yield();
                    break;
                case StressCall.Wait:
                    await Task.Delay(4, cancellationToken);
                    break;
                case StressCall.Throw:
                    throw new PlannedException();
                case StressCall.EndLink:
                    Interlocked.Exchange(ref _links, 0);
                    ReportClosed();
                    break;
            }

            return "ok";
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    }

    protected override async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (_ledger.Happens(Fault.Slow))
        {
            await Task.Delay(4, CancellationToken.None); // does not listen to its token
        }

        if (_ledger.Happens(Fault.Open))
        {
            throw new PlannedException();
        }

        if (Interlocked.Increment(ref _links) != 1)
        {
            _ledger.Complain($"{this} is opened twice");
        }
    }

    protected override async Task CloseAsync(CancellationToken cancellationToken)
    {
        if (_ledger.Happens(Fault.Slow))
        {
            await Task.Yield();
        }

        Interlocked.Exchange(ref _links, 0);
        if (_ledger.Happens(Fault.Close))
        {
            throw new PlannedException();
        }
    }
}

/// <summary>A failure that the test arranged.</summary>
public sealed class PlannedException() : Exception("planned");
