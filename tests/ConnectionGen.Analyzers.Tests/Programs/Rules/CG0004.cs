using ConnectionGen;

namespace Project;

public abstract class Root(ConnectionContext context) : Connection(context)
{
    [Service]
    public abstract Task ResetAsync(CancellationToken cancellationToken = default);
}

[ConnectionClass]
public partial class Mine(ConnectionContext context) : Root(context)
{
    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [Service]
    public Task<string> AskAsync(string text, CancellationToken cancellationToken = default) => Task.FromResult(text);
    //                  ^ CG0004 Service 'AskAsync' must be virtual

    [Service]
    public sealed override Task ResetAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
    //                          ^ CG0004 Service 'ResetAsync' must be virtual

    // silent
    [Service]
    public virtual int Count() => 0;

    // silent: no service
    public Task HelpAsync() => Task.CompletedTask;
}
