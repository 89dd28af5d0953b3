using ConnectionGen;
using ConnectionGen.Cli;

using var testbed = Testbed.Load("lab.yaml");
if (testbed.Devices.TryGetValue("r-2", out var peer) && peer is { Os: "nxos" } known)
{
    await peer.ConnectAsync("a", "console");
    //                           ^ CG1001 on device 'r-2'
    await known.ConnectAsync("b", "console");
    //                            ^ CG1001 on device 'r-2'
}

if (testbed.Devices.GetValueOrDefault("host") is { } host)
{
    await host.ConnectAsync("c", "mgmt");
    //                           ^ CG1001 on device 'host'
}

switch (testbed.Devices["phoenix"])
{
    case { Os: "iosxe" } phoenix:
        await phoenix.ConnectAsync("d", "ssh");
        //                              ^ CG1001 on device 'phoenix'
        break;
    case var other:
        await other.ConnectAsync("e", "ssh");
        //                            ^ CG1001 on device 'phoenix'
        break;
}

object boxed = testbed.Devices["host"];
if (boxed is Device unboxed)
{
    await unboxed.ConnectAsync("f", "console");
    //                              ^ CG1001 on device 'host'
}

testbed?.Devices["r-2"]?.Connect("g", "ssh");
//                                    ^ CG1001 on device 'r-2'
Console.WriteLine(testbed?.Devices["r2"]);
//                                 ^ CG1004 did you mean 'r-2'?
