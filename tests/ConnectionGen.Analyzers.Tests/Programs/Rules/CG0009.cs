using ConnectionGen;

namespace Project;

public abstract class Root(ConnectionContext context) : Connection(context)
{
    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

[ConnectionClass]
public partial class First(ConnectionContext context) : Root(context)
{
    [Service]
    public virtual Task<string> AskAsync(string text, CancellationToken cancellationToken = default) => Task.FromResult(text);

    [Service]
    public virtual Task<int> CountAsync(string text, CancellationToken cancellationToken = default) => Task.FromResult(0);
}

[ConnectionClass]
public partial class Second(ConnectionContext context) : Root(context)
{
    [Service]
    public virtual Task<int> AskAsync(string text, CancellationToken cancellationToken = default) => Task.FromResult(0);
    //                       ^ CG0009 Service 'AskAsync' of 'Second' gives 'Task<int>', and the one of 'First' with the same parameters 'Task<string>'

    // silent: the same, and one that takes something else
    [Service]
    public virtual Task<int> CountAsync(string text, CancellationToken cancellationToken = default) => Task.FromResult(0);

    [Service]
    public virtual Task<int> AskAsync(int number, CancellationToken cancellationToken = default) => Task.FromResult(0);
}
