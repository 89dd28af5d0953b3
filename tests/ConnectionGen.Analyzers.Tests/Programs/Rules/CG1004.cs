using ConnectionGen;
using ConnectionGen.Cli;

await using var lab = Lab.Load();
Console.WriteLine(lab.Devices["phenix"]);
//                            ^ CG1004 There is no device 'phenix' in lab.yaml (did you mean 'phoenix'?); its devices are phoenix, r-2, host
await lab.ConnectAsync(["phoenix", "r2"]);
//                                 ^ CG1004 There is no device 'r2' in lab.yaml (did you mean 'r-2'?)
await lab.ConnectAsync(vias: new Dictionary<string, string> { ["hosts"] = "ssh" });
//                                                             ^ CG1004 There is no device 'hosts'

// silent
Console.WriteLine(lab.Devices["uut"]);
Console.WriteLine(lab.Devices.ContainsKey("nobody"));
Console.WriteLine(lab.Devices.TryGetValue("nobody", out _));
Console.WriteLine(lab.Devices.GetValueOrDefault("nobody"));
Console.WriteLine(Testbed.Load("elsewhere.yaml").Devices["nobody"]);
await Steps.OpenAsync(lab.Host);

internal static class Steps
{
    public static Task OpenAsync([TestbedDevice("hots")] Device device) => device.ConnectAsync();
    //                                          ^ CG1004 There is no device 'hots' in lab.yaml (did you mean 'host'?)
}

[Testbed("lab.yaml")]
internal sealed partial class Lab;
