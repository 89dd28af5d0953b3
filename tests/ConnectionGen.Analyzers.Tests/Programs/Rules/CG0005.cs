// errors: allowed
using ConnectionGen;

namespace Project;

public interface IReset
{
    Task ResetAsync(CancellationToken cancellationToken);
}

[ConnectionClass]
public partial class Mine(ConnectionContext context) : Connection(context), IReset
{
    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [Service]
    internal virtual Task<string> AskAsync(string text, CancellationToken cancellationToken = default) => Task.FromResult(text);
    //                            ^ CG0005 Service 'AskAsync' must be a public instance method, but it is internal

    [Service]
    protected virtual Task TellAsync(string text, CancellationToken cancellationToken = default) => Task.CompletedTask;
    //                     ^ CG0005 but it is protected

    [Service]
    public static int Count() => 0;
    //                ^ CG0005 but it is static

    [Service]
    Task IReset.ResetAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    //          ^ CG0005 but it is an explicit implementation of an interface

    // silent: no service
    private Task HelpAsync() => Task.CompletedTask;
}
