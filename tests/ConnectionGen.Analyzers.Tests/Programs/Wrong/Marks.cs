// testbeds: lab.yaml, site.yaml
using ConnectionGen;
using ConnectionGen.Cli;

namespace Project;

[Testbed("lab.yaml")]
public partial class Lab;

public sealed record Plan([TestbedDevice("host")] Device Device);

public sealed class Steps([TestbedDevice("r-2")] Device peer)
{
    [TestbedDevice("phoenix")]
    private readonly Device _phoenix = peer.Testbed!.Devices["phoenix"];

    [TestbedDevice("edge1")]
    public required Device Edge { get; init; }

    public async Task RunAsync(Plan plan, [TestbedDevice("edge2")] Device unknown)
    //                                                   ^ CG1004 There is no device 'edge2' in lab.yaml, site.yaml (did you mean 'edge1'?)
    {
        await peer.ConnectAsync("a", "console");
        //                           ^ CG1001 There is no path 'console' on any of the devices r-2, r-2
        await _phoenix.ConnectAsync("b", "ssh");
        //                               ^ CG1001 on device 'phoenix'
        await Edge.ConnectAsync("c", "mgmt");
        //                           ^ CG1001 on device 'edge1'
        await plan.Device.ConnectAsync("d", "console");
        //                                  ^ CG1001 on device 'host'
        await Find().ConnectAsync("e", "console");
        //                             ^ CG1001 on device 'host'
        await (await FindAsync()).ConnectAsync("f", "console");
        //                                          ^ CG1001 on device 'host'
        await OpenAsync(unknown, "anything");
        //                       ^ CG1001 'anything' on device 'phoenix'
        await OpenAsync(peer.Testbed!.Devices[plan.ToString()], "anything");
        //                                                      ^ CG1001 'anything' on device 'phoenix'
    }

    private static Task OpenAsync([TestbedDevice("phoenix")] Device device, [ViaPath] string via) => device.ConnectAsync("g", via);

    [return: TestbedDevice("host")]
    private Device Find() => _phoenix.Testbed!.Devices["host"];

    [return: TestbedDevice("host")]
    private Task<Device> FindAsync() => Task.FromResult(Find());
}

internal static class Program
{
    private static void Main() => Console.WriteLine(typeof(Steps));
}
