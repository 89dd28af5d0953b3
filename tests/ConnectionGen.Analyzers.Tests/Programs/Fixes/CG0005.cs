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
    internal virtual Task<string> {|CG0005:AskAsync|}(string text, CancellationToken cancellationToken = default) => Task.FromResult(text); // its end

    // a comment
    [Service] protected int {|CG0005:Count|}() => 0;
}
// file: Two.cs
using ConnectionGen;

namespace Project;

[ConnectionClass]
public partial class Two(ConnectionContext context) : Base(context)
{
    [Service]
    public static int {|CG0005:Count|}() => 0;

    #region more
    [Service]
    private async Task {|CG0005:RunAsync|}(CancellationToken cancellationToken)
    {
        await Task.Yield();
    }
    #endregion
}
