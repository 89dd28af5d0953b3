using ConnectionGen;

namespace Project;

public abstract partial class Base(ConnectionContext context) : Connection(context)
{
    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Documented.</summary>
[ConnectionClass]
public sealed partial class {|CG0003:One|}(ConnectionContext context) : Base(context);

[ConnectionClass]
sealed partial class {|CG0003:Two|}(ConnectionContext context) : Base(context); // its end
// file: Three.cs
using ConnectionGen;

namespace Project;

public static partial class Outer
{
    // a comment
    [ConnectionClass] internal sealed partial class {|CG0003:Three|}(ConnectionContext context) : Base(context)
    {
    }
}
