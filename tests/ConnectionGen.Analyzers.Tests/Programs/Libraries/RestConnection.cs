using ConnectionGen;

namespace Web;

/// <summary>A class that a testbed names, beside the command line's.</summary>
[ConnectionClass]
public partial class RestConnection(ConnectionContext context, Uri? root = null) : Connection(context)
{
    protected Uri Root { get; } = root ?? new Uri("https://" + context.Path.Name);

    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Reads a resource.</summary>
    [Service]
    public virtual Task<string> GetAsync(string path, CancellationToken cancellationToken = default) => Task.FromResult(new Uri(Root, path).ToString());

    /// <summary>Writes a resource.</summary>
    [Service]
    public virtual Task PatchAsync(string path, string body, CancellationToken cancellationToken = default) => Task.CompletedTask;
}
