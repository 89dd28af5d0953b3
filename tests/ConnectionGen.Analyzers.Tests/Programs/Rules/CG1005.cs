// testbeds: web.yaml
// with: RestConnection.cs
using ConnectionGen;
using ConnectionGen.Cli;
using Web;

await using var fabric = Fabric.Load();
await fabric.Leaf.GetAsync("/");
//                ^ CG1005 'default' of device 'leaf' is a CliConnection, which has no service 'GetAsync'; RestConnection has it
await fabric.Controller.ExecuteAsync("date");
//                      ^ CG1005 'default' of device 'controller' is a RestConnection, which has no service 'ExecuteAsync'; CliConnection has it
await fabric.Leaf.ConnectAsync("api", "rest");
await fabric.Leaf.api.ConfigureAsync("x");
//                    ^ CG1005 'api' of device 'leaf' is a RestConnection
await fabric.Leaf.ConnectCliAsync(alias: "cli");
var handle = fabric.Leaf.Alias("cli");
handle.Get("/");
//     ^ CG1005 'cli' of device 'leaf' is a CliConnection

// silent: offered, or the class is not known
await fabric.Leaf.ExecuteAsync("date");
await fabric.Controller.GetAsync("/");
await fabric.Leaf.api.GetAsync("/");
await fabric.Leaf.ConnectAsync("any", Environment.MachineName);
await fabric.Leaf.any.GetAsync("/");
await fabric.Leaf.any.ExecuteAsync("date");

[Testbed("web.yaml")]
internal sealed partial class Fabric;
