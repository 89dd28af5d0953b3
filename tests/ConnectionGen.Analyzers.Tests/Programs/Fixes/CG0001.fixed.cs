using ConnectionGen;

namespace Project;

public abstract partial class Base(ConnectionContext context) : Connection(context)
{
    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Documented.</summary>
[ConnectionClass] // marked
public /* why */ partial class One(ConnectionContext context) : Base(context);

[Testbed("lab.yaml")]
internal sealed partial class Lab
{
    #region what follows
    public int Number { get; }
    #endregion
}
// file: Two.cs
using ConnectionGen;

namespace Project;

public static partial class Outer
{
    // a comment
    [ConnectionClass]
    [Obsolete("old")]
    partial class Two(ConnectionContext context) : Base(context)
    {
    }
}
