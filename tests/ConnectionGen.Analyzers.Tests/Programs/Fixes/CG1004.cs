using ConnectionGen;
using ConnectionGen.Cli;

[Testbed("lab.yaml")]
public sealed partial class Lab;

internal static class One
{
    public static async Task RunAsync(Lab lab)
    {
        await lab.Devices[{|CG1004:"phenix"|} /* so */].DisconnectAsync();
        await lab.ConnectAsync([{|CG1004:"r2"|}, "host"]);
    }
}
// file: Two.cs
using ConnectionGen;

internal static class Two
{
    public static Task RunAsync([TestbedDevice({|CG1004:"hots"|})] Device device) => device.ConnectAsync();
}
