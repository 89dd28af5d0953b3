// errors: allowed
using ConnectionGen;

namespace Project;

[Testbed("lab.yaml")]
public class Lab;
//           ^ CG0001 'Lab' must be partial, because [Testbed] makes the generator add members to it

[ConnectionClass]
internal sealed class Mine(ConnectionContext context) : Connection(context)
//                    ^ CG0001 'Mine' must be partial
//                    ^ CG0003 sealed
{
    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

public static class Outer
//                  ^ CG0001 'Outer' must be partial, because the generator adds members to 'Inner' in it
{
    [ConnectionClass]
    public partial class Inner(ConnectionContext context) : Connection(context)
    {
        protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    // silent: no class of ours
    public class Plain;
}

// silent: a class in between is not marked
public abstract class Base(ConnectionContext context) : Connection(context);
