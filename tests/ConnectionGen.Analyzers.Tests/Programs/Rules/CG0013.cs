// errors: allowed
using ConnectionGen;

namespace Project;

[ConnectionClass]
public partial class Mine(ConnectionContext context) : Connection(context)
{
    public required string Name { get; init; }
    //                     ^ CG0013 'Name' is required, but the library makes connections of 'Mine' and cannot set it

    // silent
    public string? Note { get; init; }

    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

// silent: no connection class
public class Plan
{
    public required string Name { get; init; }
}
