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
    public virtual Task<string> {|CG0011:AskAsync|}(string text) => Task.FromResult(text); // its end

    [Service]
    public virtual ValueTask {|CG0011:TellAsync|}() => default;
}
// file: Two.cs
using ConnectionGen;

namespace Project;

[ConnectionClass]
public partial class Two(ConnectionContext context) : Base(context)
{
    [Service]
    public virtual Task {|CG0011:SendAsync|}(
        string text, // what
        int times)
    {
        return Task.CompletedTask;
    }

    [Service]
    public virtual Task {|CG0011:ManyAsync|}(params string[] words) => Task.CompletedTask;
}
