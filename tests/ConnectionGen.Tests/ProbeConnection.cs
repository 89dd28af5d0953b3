namespace ConnectionGen.Tests;

/// <summary>A connection whose services do what a test says, and count how many calls were inside at once.</summary>
[ConnectionClass("probe")]
public partial class ProbeConnection(ConnectionContext context) : Connection(context)
{
    private readonly Lock _lock = new();
    private int _inside;

    public int MostAtOnce { get; private set; }

    public int Calls { get; private set; }

    public int Opened { get; private set; }

    public int Closed { get; private set; }

    /// <summary>What connections that are made in a test's flow do when they are opened, where the test cannot reach the object before.</summary>
    public static AsyncLocal<Func<ProbeConnection, CancellationToken, Task>?> OpeningOfNew { get; } = new();

    /// <summary>What the peer does when it is asked.</summary>
    public bool Answers { get; set; } = true;

    public Task? Background { get; set; }

    public Func<ProbeConnection, CancellationToken, Task> OnOpen { get; set; } = OpeningOfNew.Value ?? (static (_, _) => Task.CompletedTask);

    public Func<ProbeConnection, CancellationToken, Task> OnClose { get; set; } = static (_, _) => Task.CompletedTask;

    /// <summary>Runs a test's code inside the connection's gate.</summary>
    [Service]
    public virtual Task<string> RunAsync(Func<ProbeConnection, Task<string>> body, CancellationToken cancellationToken = default) => body(this);

    /// <summary>A counted call: below zero it completes at once, at zero it yields, above it waits so many milliseconds.</summary>
    [Service]
    public virtual async Task<string> CountAsync(int delay, CancellationToken cancellationToken = default)
    {
        Enter();
        try
        {
            if (delay > 0)
            {
                await Task.Delay(delay, cancellationToken);
            }
            else if (delay == 0)
            {
                await Task.Yield();
            }

            return "ok";
        }
        finally
        {
            Leave();
        }
    }

    [Service]
    public virtual int Add(int left, int right) => left + right;

    [Service]
    public virtual ValueTask PauseAsync(CancellationToken cancellationToken = default) => default;

    [Service]
    public virtual async IAsyncEnumerable<int> NumbersAsync(int count, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Enter();
        try
        {
            for (var n = 0; n < count; n++)
            {
                await CountAsync(-1, cancellationToken);
                yield return n;
            }
        }
        finally
        {
            Leave();
        }
    }

    public void End() => ReportClosed();

    protected override async Task OpenAsync(CancellationToken cancellationToken)
    {
        Opened++;
        await OnOpen(this, cancellationToken);
    }

    protected override async Task CloseAsync(CancellationToken cancellationToken)
    {
        Closed++;
        await OnClose(this, cancellationToken);
    }

    protected override Task<bool> ProbePeerAsync(CancellationToken cancellationToken) => Task.FromResult(Answers);

    private void Enter()
    {
        lock (_lock)
        {
            Calls++;
            MostAtOnce = Math.Max(MostAtOnce, ++_inside);
        }
    }

    private void Leave()
    {
        lock (_lock)
        {
            _inside--;
        }
    }
}
