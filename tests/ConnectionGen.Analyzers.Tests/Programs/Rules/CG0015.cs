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
    public virtual Task AskAsync(string text, int times = 1, CancellationToken cancellationToken = default) => Task.CompletedTask;

    [Service]
    public virtual Task TellAsync(string text, CancellationToken cancellationToken = default) => Task.CompletedTask;
}

[ConnectionClass]
public partial class Second(ConnectionContext context) : Root(context)
{
    [Service]
    public virtual Task AskAsync(string text, int times = 2, CancellationToken cancellationToken = default) => Task.CompletedTask;
    //                  ^ CG0015 Service 'AskAsync' of 'Second' is

    // silent: the same
    [Service]
    public virtual Task TellAsync(string text, CancellationToken cancellationToken = default) => Task.CompletedTask;
}
