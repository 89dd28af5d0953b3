// testbeds: web.yaml
using ConnectionGen;

namespace Project;

[ConnectionClass("RestConnection")]
public partial class First(ConnectionContext context) : Connection(context)
//                   ^ CG0008 Testbed files call both 'Project.First' and 'Project.Second' by the name 'RestConnection', which web.yaml(
{
    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

// silent at the second, and for a name that no testbed uses
[ConnectionClass("RestConnection", "unused")]
public partial class Second(ConnectionContext context) : Connection(context)
{
    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

[ConnectionClass("unused")]
public partial class Third(ConnectionContext context) : Connection(context)
{
    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
