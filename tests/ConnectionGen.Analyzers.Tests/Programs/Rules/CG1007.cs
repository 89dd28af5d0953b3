using ConnectionGen;
using ConnectionGen.Cli;

await using var lab = Lab.Load();
await lab.Phoenix.ConnectAsync(via: "defaults");
//                                  ^ CG1007 'defaults' is the block that all paths of a device share and no path itself; leave 'via' out to use the default path, or name one of console, mgmt
await Testbed.Load("elsewhere.yaml").Devices["x"].ConnectAsync(via: "defaults");
//                                                                  ^ CG1007 leave 'via' out to use the default path

// silent
await lab.Phoenix.ConnectAsync(alias: "defaults");
await lab.Phoenix.ConnectAsync();

[Testbed("lab.yaml")]
internal sealed partial class Lab;
