using ConnectionGen;

namespace Project;

[ConnectionClass]
public partial class Mine(ConnectionContext context) : Connection(context)
{
    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [Service]
    public virtual Task<string> AskAsync(string text) => Task.FromResult(text);
    //                          ^ CG0011 Service 'AskAsync' cannot be cancelled; add a parameter 'CancellationToken cancellationToken = default'

    [Service]
    public virtual ValueTask TellAsync() => default;
    //                       ^ CG0011 Service 'TellAsync' cannot be cancelled

    // silent: synchronous, or with a token wherever it stands
    [Service]
    public virtual int Count() => 0;

    [Service]
    public virtual Task SendAsync(CancellationToken token, params string[] words) => Task.CompletedTask;

    // silent: no service
    public Task HelpAsync() => Task.CompletedTask;
}
