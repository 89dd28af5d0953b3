// testbeds: web.yaml
// library: RestConnection.cs
using ConnectionGen;
using ConnectionGen.Cli;
using Web;

await using var fabric = Fabric.Load();
await fabric.Controller.ConnectAsync("api");
await fabric.Controller.api.GetAsync("/a");
await fabric.Leaf.ConnectAsync();
await fabric.Leaf.ExecuteAsync("show version");
await fabric.Leaf.ConnectAsync<LoggedRest>("logged");
await fabric.Leaf.logged.GetAsync("/b");
await fabric.Leaf.logged.DeleteAsync("/b");

[ConnectionClass]
internal partial class LoggedRest(ConnectionContext context, Uri? root = null) : RestConnection(context, root)
{
    public override Task<string> GetAsync(string path, CancellationToken cancellationToken = default) => base.GetAsync("/log" + path, cancellationToken);

    [Service]
    public virtual Task DeleteAsync(string path, CancellationToken cancellationToken = default) => Task.CompletedTask;
}

[Testbed("web.yaml")]
internal sealed partial class Fabric;
