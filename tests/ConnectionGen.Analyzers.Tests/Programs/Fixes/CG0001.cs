using ConnectionGen;

namespace Project;

public abstract partial class Base(ConnectionContext context) : Connection(context)
{
    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Documented.</summary>
[ConnectionClass] // marked
public /* why */ class {|CG0001:One|}(ConnectionContext context) : Base(context);

[Testbed("lab.yaml")]
internal sealed class {|CG0001:Lab|}
{
    #region what follows
    public int Number { get; }
    #endregion
}
// file: Two.cs
using ConnectionGen;

namespace Project;

public static class {|CG0001:Outer|}
{
    // a comment
    [ConnectionClass]
    [Obsolete("old")]
    class {|CG0001:Two|}(ConnectionContext context) : Base(context)
    {
    }
}
