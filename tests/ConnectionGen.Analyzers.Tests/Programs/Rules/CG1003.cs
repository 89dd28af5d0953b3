// errors: allowed
using ConnectionGen;
using ConnectionGen.Cli;

await using var lab = Lab.Load();
await lab.Phoenix.ConnectAsync("vty-1");
//                             ^ CG1003 Alias 'vty-1' of 'phoenix' cannot be used as a member of the device, because it is not an identifier
await lab.Phoenix.ConnectAsync(alias: "Name");
//                                    ^ CG1003 every device has a member 'Name'
lab.R2.Instantiate("Via");
//                 ^ CG1003 its type has a nested type 'Via'

// silent
await lab.Phoenix.ConnectAsync("vty_1");
await lab.Phoenix.ConnectAsync("name");
Console.WriteLine(lab.Phoenix.IsConnected("vty-1"));

[Testbed("lab.yaml")]
internal sealed partial class Lab;
