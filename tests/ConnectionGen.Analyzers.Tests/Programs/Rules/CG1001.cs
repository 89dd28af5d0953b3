// testbeds: lab.yaml, site.yaml
using ConnectionGen;
using ConnectionGen.Cli;

await using var lab = Lab.Load();
await lab.Phoenix.ConnectAsync(via: "mgnt");
//                                  ^ CG1001 There is no path 'mgnt' on device 'phoenix' (did you mean 'mgmt'?); it has console, mgmt, see lab.yaml(13,5)
await lab.R2.ConnectAsync("x", "oob");
//                             ^ CG1001 There is no path 'oob' on device 'r-2'; it has mgmt, backup-1
await lab.R2.x.ConnectAsync("console");
//                          ^ CG1001 on device 'r-2'
await OpenAsync(lab.Host, "mgmt");
//                        ^ CG1001 on device 'host'

// silent: right, of another testbed's device, unknown, from elsewhere
await lab.R2.ConnectAsync("y", "backup-1");
await using var site = Testbed.Load("site.yaml");
await site.Devices["r-2"].ConnectAsync(via: "oob");
await lab.Phoenix.ConnectAsync(via: Environment.MachineName);
await Testbed.Load("elsewhere.yaml").Devices["r-2"].ConnectAsync(via: "oob");

static Task OpenAsync(Device device, [ViaPath] string via) => device.ConnectAsync(via: via);

[Testbed("lab.yaml")]
internal sealed partial class Lab;
