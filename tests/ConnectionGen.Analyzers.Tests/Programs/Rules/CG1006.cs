// testbeds: web.yaml
// with: RestConnection.cs
using ConnectionGen;
using ConnectionGen.Cli;
using Web;

await using var fabric = Fabric.Load();
await fabric.Leaf.ConnectAsync<CliConnection>("a", "rest");
//                                                 ^ CG1006 Path 'rest' of device 'leaf' declares class 'RestConnection', but this call makes a CliConnection, see web.yaml(
await fabric.Controller.ConnectCliAsync(via: Fabric.ControllerDevice.Via.Rest);
//                                           ^ CG1006 declares class 'RestConnection'

// silent: the class of the path, one that it does not say, or none asked for
await fabric.Leaf.ConnectAsync<RestConnection>("b", "rest");
await fabric.Leaf.ConnectAsync<RestConnection>("c", "cli");
await fabric.Leaf.ConnectAsync("d", "rest");

[Testbed("web.yaml")]
internal sealed partial class Fabric;
