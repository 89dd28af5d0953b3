using ConnectionGen;
using ConnectionGen.Cli;

await using var lab = Lab.Load();
await lab.ConnectAsync(["phoenix", "host2"], new Dictionary<string, string> { ["phoenix"] = "mgnt", ["r2"] = "mgmt" });
//                                 ^ CG1004 did you mean 'host'?
//                                                                                          ^ CG1001 There is no path 'mgnt' on device 'phoenix' (did you mean 'mgmt'?)
//                                                                                                   ^ CG1004 did you mean 'r-2'?
var vias = new Dictionary<string, string>
{
    { "r-2", "console" },
    //       ^ CG1001 on device 'r-2'
    { "host", Lab.PhoenixDevice.Via.Mgmt },
    //        ^ CG1001 on device 'host'
};
await lab.ConnectAsync(vias: vias);
string[] names = ["uut", "phenix"];
//                       ^ CG1004 did you mean 'phoenix'?
await lab.DisconnectAsync(devices: names);
lab.Connect(vias: new Dictionary<string, string> { ["r-2"] = args.Length > 0 ? "backup-1" : "backup" });
//                                                                                          ^ CG1001 did you mean 'backup-1'?

[Testbed("lab.yaml")]
internal sealed partial class Lab;
