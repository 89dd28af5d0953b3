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
    /// <summary>Documented.</summary>
    /// <param name="text">A text.</param>
    [Service]
    public virtual async Task<string> AskAsync(string text, CancellationToken cancellationToken = default) => text; // its end

    // a comment
    [Service] public virtual int Count() => 0;
}
// file: Two.cs
using ConnectionGen;

namespace Project;

public abstract class Root(ConnectionContext context) : Base(context)
{
    [Service]
    public abstract void Reset();
}

[ConnectionClass]
public partial class Two(ConnectionContext context) : Root(context)
{
    [Service]
    public override void Reset()
    {
    }
}
