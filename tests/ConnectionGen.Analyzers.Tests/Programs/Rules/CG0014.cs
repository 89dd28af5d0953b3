using ConnectionGen;

namespace Project;

[ConnectionClass]
public partial class Mine(ConnectionContext context) : Connection(context)
{
    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [Service]
    public virtual Task DestroyAllAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
    //                  ^ CG0014 Service 'DestroyAllAsync' cannot be called as a method of the device, because Device has a member 'DestroyAllAsync'

    // silent
    [Service]
    public virtual Task DestroyEverythingAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
}
