// library: RestConnection.cs
// testbeds: web.yaml
using ConnectionGen;
using ConnectionGen.Cli;
using Web;

// the library brings a class, and takes no devices
await using var fabric = Fabric.Load();
await fabric.Leaf.ConnectAsync<RestConnection>("logged");
await fabric.Leaf.loged.GetAsync("/b");
//                      ^ CG1005 'loged' of device 'leaf' is a CliConnection
await fabric.Leaf.ConnectAsync("loged", "cli");
await fabric.Leaf.Alias("log").ExecuteAsync("/b");
//                      ^ CG1002 'log' on device 'leaf'
await fabric.Leaf.logged.ExecuteAsync("/b");
//                       ^ CG1005 'logged' of device 'leaf' is a RestConnection, which has no service 'ExecuteAsync'
await fabric.Controller.ConnectAsync("ctl", Fabric.LeafDevice.Via.Cli);
//                                          ^ CG1001 'cli' on device 'controller'

[Testbed("web.yaml")]
internal sealed partial class Fabric;
