using ConnectionGen;

namespace Project;

public abstract partial class Base(ConnectionContext context) : Connection(context)
{
    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Documented.</summary>
[ConnectionClass]
public partial class One(ConnectionContext context) : Base(context);

[ConnectionClass]
partial class Two(ConnectionContext context) : Base(context); // its end
// file: Three.cs
using ConnectionGen;

namespace Project;

public static partial class Outer
{
    // a comment
    [ConnectionClass] internal partial class Three(ConnectionContext context) : Base(context)
    {
    }
}
