using ConnectionGen;
using ConnectionGen.Cli;

await using var lab = Lab.Load();
foreach (var device in lab.Devices.Values)
{
    await device.ConnectAsync("a", "mgnt");
    //                             ^ CG1001 There is no path 'mgnt' on any of the devices phoenix, r-2, host (did you mean 'mgmt'?)
}

foreach (var (name, device) in lab.Devices)
{
    await device.ConnectAsync(name, "backup");
    //                              ^ CG1001 on any of the devices
}

foreach (Device device in new Device[] { lab.Phoenix, lab.Host })
{
    await device.ConnectAsync("c", "ssh");
    //                             ^ CG1001 on device 'phoenix'
}

foreach (var via in new[] { "mgmt", "consol" })
{
    await lab.Phoenix.ConnectAsync("d", via);
    //                                  ^ CG1001 'consol' on device 'phoenix'
}

var all = lab.Devices.Values.Where(device => device.Os != "linux").ToArray();
await Task.WhenAll(all.Select(device => device.ConnectAsync("e", "consol")));
//                                                               ^ CG1001 on any of the devices
await Task.WhenAll(from device in all select device.ConnectAsync("f", "consl"));
//                                                                    ^ CG1001 on any of the devices
await Parallel.ForEachAsync(lab.Devices.Values, async (device, token) => await device.ConnectAsync("g", "mngt", token));
//                                                                                                      ^ CG1001 on any of the devices
await lab.CallAsync((device, token) => device.ConnectAsync("h", "sssh", token));
//                                                              ^ CG1001 on any of the devices
await lab.Devices.Values.First().ConnectAsync("i", "first");
//                                                 ^ CG1001 on any of the devices
var devices = lab.Devices;
await devices["host"].ConnectAsync("j", "mgmt");
//                                      ^ CG1001 on device 'host'

[Testbed("lab.yaml")]
internal sealed partial class Lab;
