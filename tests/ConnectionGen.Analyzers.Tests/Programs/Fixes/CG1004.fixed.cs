using ConnectionGen;
using ConnectionGen.Cli;

[Testbed("lab.yaml")]
public sealed partial class Lab;

internal static class One
{
    public static async Task RunAsync(Lab lab)
    {
        await lab.Devices["phoenix" /* so */].DisconnectAsync();
        await lab.ConnectAsync(["r-2", "host"]);
    }
}
// file: Two.cs
using ConnectionGen;

internal static class Two
{
    public static Task RunAsync([TestbedDevice("host")] Device device) => device.ConnectAsync();
}
