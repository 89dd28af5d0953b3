[ConnectionClass("rest")]
public partial class RestConnection(ConnectionContext context, string root = "/api", TimeSpan? timeout = null) : Connection(context)
{
    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [Service]
    public virtual Task<string> GetAsync(string resource, CancellationToken cancellationToken = default) => Task.FromResult(root + "/" + resource + timeout);
}
