// testbeds: web.yaml
// with: RestConnection.cs
using ConnectionGen;
using ConnectionGen.Cli;
using Web;

await using var fabric = Fabric.Load();
await fabric.ConnectAsync(["leaf"], vias: new Dictionary<string, string> { ["leaf"] = "rest" });
await fabric.Leaf.GetAsync("/");
await fabric.DestroyAsync(["leaf"]);

var vias = new Dictionary<string, string> { { "leaf", "cli" }, { "controller", Fabric.ControllerDevice.Via.Rest } };
await fabric.ConnectAsync(vias: vias, cancellationToken: CancellationToken.None);
await fabric.Leaf.ExecuteAsync("show version");

var names = new List<string> { "leaf", "controller" };
await fabric.DisconnectAsync(names);
var results = await fabric.CallAsync((device, token) => Task.FromResult(device.Name), devices: ["controller"]);
Console.WriteLine(results["controller"]);

[Testbed("web.yaml")]
internal sealed partial class Fabric;
