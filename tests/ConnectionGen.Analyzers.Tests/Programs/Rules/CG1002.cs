using ConnectionGen;
using ConnectionGen.Cli;

await using var lab = Lab.Load();
await lab.Phoenix.ConnectAsync("vty_1", "mgmt");
await lab.Phoenix.Alias("vty_2").ExecuteAsync("show clock");
//                      ^ CG1002 Nothing in this project connects 'vty_2' on device 'phoenix' (did you mean 'vty_1'?); it connects default, vty_1
await lab.R2.vty_1.ExecuteAsync("show clock");
//           ^ CG1002 Nothing in this project connects 'vty_1' on device 'r-2'; it connects main
await lab.Phoenix.DisconnectAsync("vty_3");
//                                ^ CG1002 connects 'vty_3'
await lab.Phoenix.main.ExecuteAsync("show clock");
//                ^ CG1002 Nothing in this project connects 'main' on device 'phoenix'
var soon = lab.R2.Alias("soon");
//                      ^ CG1002 Nothing in this project connects 'soon' on device 'r-2'
await soon.ExecuteAsync("show clock");

// silent: made, the default, asked for, kept for later, not known
await lab.Phoenix.vty_1.ExecuteAsync("show clock");
await lab.R2.main.ExecuteAsync("show clock");
await lab.R2.Alias("default").ExecuteAsync("show clock");
Console.WriteLine(lab.R2.IsConnected("vty_7") || lab.R2.Alias("vty_8").IsConnected || lab.R2.vty_1.IsConnected);
var asked = lab.R2.Alias("asked");
Console.WriteLine(asked.IsConnected);
await UseAsync(lab.R2.Alias("elsewhere"));
await lab.Host.ConnectAsync(Environment.MachineName);
await lab.Host.Alias("machine").ExecuteAsync("date");

static Task UseAsync(ConnectionHandle handle) => handle.ExecuteAsync("date");

[Testbed("lab.yaml")]
internal sealed partial class Lab;
