// errors: allowed
using ConnectionGen;

namespace Project;

[ConnectionClass]
public partial class Plain;
//                   ^ CG0002 'Plain' is marked [ConnectionClass], but does not derive from ConnectionGen.Connection

[ConnectionClass]
public partial class Other(int width) : List<int>(width);
//                   ^ CG0002 'Other' is marked [ConnectionClass], but does not derive

// silent: derived through a class of one's own
public abstract class Base(ConnectionContext context) : Connection(context)
{
    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

[ConnectionClass]
public partial class Right(ConnectionContext context) : Base(context);

// silent: what the compiler says already
[ConnectionClass]
public partial class Unfinished(ConnectionContext context) : Conection(context);
