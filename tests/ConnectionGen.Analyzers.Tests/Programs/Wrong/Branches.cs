using ConnectionGen;
using ConnectionGen.Cli;

await using var lab = Lab.Load();
var isNight = DateTime.UtcNow.Hour < 6;
await lab.Phoenix.ConnectAsync(via: isNight ? "consol" : "mgmt");
//                                            ^ CG1001 did you mean 'console'?
await lab.R2.ConnectAsync("a", args.Length switch { 0 => "mgmt", 1 => "mgnt", _ => "backup-1" });
//                                                                    ^ CG1001 did you mean 'mgmt'?
Device chosen = isNight ? lab.Phoenix : lab.R2;
await chosen.ConnectAsync("b", "console");
//                             ^ CG1001 on device 'r-2'
string? via = isNight ? "console" : null;
await lab.R2.ConnectAsync("c", via);
//                             ^ CG1001 'console' on device 'r-2'
await lab.R2.ConnectAsync("d", via ?? "ssh");
//                             ^ CG1001 'console' on device 'r-2'
//                                    ^ CG1001 'ssh' on device 'r-2'
Device picked = args.Length switch { 0 => lab.Host, _ => lab.R2 };
await picked.ConnectAsync("e", "backup-1");
//                             ^ CG1001 'backup-1' on device 'host'
await (isNight ? lab.Devices["host"] : lab.Devices["hots"]).DisconnectAsync();
//                                                 ^ CG1004 did you mean 'host'?

[Testbed("lab.yaml")]
internal sealed partial class Lab;
