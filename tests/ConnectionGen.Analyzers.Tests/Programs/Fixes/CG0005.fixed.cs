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
    [Service]
    public virtual Task<string> AskAsync(string text, CancellationToken cancellationToken = default) => Task.FromResult(text); // its end

    // a comment
    [Service] public virtual int Count() => 0;
}
// file: Two.cs
using ConnectionGen;

namespace Project;

[ConnectionClass]
public partial class Two(ConnectionContext context) : Base(context)
{
    [Service]
    public virtual int Count() => 0;

    #region more
    [Service]
    public virtual async Task RunAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
    }
    #endregion
}
