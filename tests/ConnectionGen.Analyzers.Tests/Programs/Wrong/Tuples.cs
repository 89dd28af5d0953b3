using ConnectionGen;
using ConnectionGen.Cli;

await using var lab = Lab.Load();
var (near, far) = ((Device)lab.Phoenix, (Device)lab.R2);
await near.ConnectAsync("a", "backup-1");
//                           ^ CG1001 on device 'phoenix'
await far.ConnectAsync("b", "console");
//                          ^ CG1001 on device 'r-2'
(Device Left, Device Right) pair = (lab.Host, lab.R2);
await pair.Left.ConnectAsync("c", "mgmt");
//                                ^ CG1001 on device 'host'
await pair.Right.ConnectAsync("d", "ssh");
//                                 ^ CG1001 on device 'r-2'
await pair.Item1.ConnectAsync("e", "mgmt");
//                                 ^ CG1001 on device 'host'
var (one, two) = pair;
await two.ConnectAsync(one.Name, "ssh");
//                               ^ CG1001 on device 'r-2'
foreach (var (device, number) in new[] { ((Device)lab.Phoenix, 1), (lab.Host, 2) })
{
    await device.ConnectAsync($"f{number}", "ssh");
    //                                      ^ CG1001 on device 'phoenix'
}

[Testbed("lab.yaml")]
internal sealed partial class Lab;
