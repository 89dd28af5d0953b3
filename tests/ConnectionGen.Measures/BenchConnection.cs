namespace ConnectionGen.Measures;

/// <summary>A service that completes at once, and one that suspends.</summary>
[ConnectionClass]
public partial class BenchConnection(ConnectionContext context) : Connection(context)
{
    private static readonly Task<string> s_done = Task.FromResult("done");

    [Service]
    public virtual Task<string> ExecuteAsync(string command, CancellationToken cancellationToken = default) => s_done;

    [Service]
    public virtual async Task<string> SuspendAsync(string command, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        return command;
    }

    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>The same methods without a library around them: what a direct call costs.</summary>
public class PlainConnection
{
    private static readonly Task<string> s_done = Task.FromResult("done");

    public virtual Task<string> ExecuteAsync(string command, CancellationToken cancellationToken = default) => s_done;

    public virtual async Task<string> SuspendAsync(string command, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        return command;
    }
}
