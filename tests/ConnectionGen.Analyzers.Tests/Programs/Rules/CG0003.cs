// errors: allowed
using ConnectionGen;

namespace Project;

public abstract partial class Base(ConnectionContext context) : Connection(context)
{
    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

[ConnectionClass]
public sealed partial class Sealed(ConnectionContext context) : Base(context);
//                          ^ CG0003 'Sealed' cannot be a connection class, because it is sealed

[ConnectionClass]
public abstract partial class Abstract(ConnectionContext context) : Base(context);
//                            ^ CG0003 'Abstract' cannot be a connection class, because it is abstract

[ConnectionClass]
public partial class Generic<T>(ConnectionContext context) : Base(context);
//                   ^ CG0003 'Generic' cannot be a connection class, because it is generic

public partial class Outer<T>
{
    [ConnectionClass]
    public partial class Inside(ConnectionContext context) : Base(context);
    //                   ^ CG0003 'Inside' cannot be a connection class, because it is inside the generic type 'Outer'

    [ConnectionClass]
    private partial class Hidden(ConnectionContext context) : Base(context);
    //                    ^ CG0003 'Hidden' cannot be a connection class, because it is hidden
}

[ConnectionClass]
file partial class Local(ConnectionContext context) : Base(context);
//                 ^ CG0003 'Local' cannot be a connection class, because it is visible in its file only

// silent
[ConnectionClass]
internal partial class Right(ConnectionContext context) : Base(context);

// silent: not marked
public sealed partial class Own(ConnectionContext context) : Base(context);
