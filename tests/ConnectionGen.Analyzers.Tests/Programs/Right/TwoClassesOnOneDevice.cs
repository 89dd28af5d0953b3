// testbeds: web.yaml
// with: RestConnection.cs
using ConnectionGen;
using ConnectionGen.Cli;
using Web;

await using var fabric = Fabric.Load();
await fabric.Leaf.ConnectAsync();
await fabric.Leaf.ExecuteAsync("show version");
await fabric.Leaf.ConnectAsync("api", "rest");
await fabric.Leaf.api.GetAsync("/api");
RestConnection own = await fabric.Leaf.ConnectAsync<RestConnection>("own", "rest");
await own.PatchAsync("/x", "{}");
await fabric.Leaf.own.PatchAsync("/x", "{}");

await fabric.Controller.ConnectAsync();
await fabric.Controller.GetAsync("/devices");
fabric.Controller.Get("/devices");

// a class may be asked for although the path names another
await fabric.Leaf.ConnectRestAsync(alias: "typed", root: new Uri("https://203.0.113.1"));
await fabric.Leaf.typed.GetAsync("/");

[Testbed("web.yaml")]
internal sealed partial class Fabric;
