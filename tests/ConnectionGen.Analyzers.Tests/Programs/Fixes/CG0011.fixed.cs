using ConnectionGen;

namespace Project;

public abstract partial class Base(ConnectionContext context) : Connection(context)
{
    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

[ConnectionClass]
public partial class One(ConnectionContext context) : Base(context)
{
    [Service]
    public virtual Task<string> AskAsync(string text, CancellationToken cancellationToken = default) => Task.FromResult(text); // its end

    [Service]
    public virtual ValueTask TellAsync(CancellationToken cancellationToken = default) => default;
}
// file: Two.cs
using ConnectionGen;

namespace Project;

[ConnectionClass]
public partial class Two(ConnectionContext context) : Base(context)
{
    [Service]
    public virtual Task SendAsync(
        string text, // what
        int times,
        CancellationToken cancellationToken = default)
    {
        return Task.CompletedTask;
    }

    [Service]
    public virtual Task ManyAsync(CancellationToken cancellationToken = default, params string[] words) => Task.CompletedTask;
}
