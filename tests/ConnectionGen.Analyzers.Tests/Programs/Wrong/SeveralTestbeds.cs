// testbeds: lab.yaml, site.yaml
using ConnectionGen;
using ConnectionGen.Cli;

namespace Project;

[Testbed("lab.yaml")]
public partial class Lab;

[Testbed("site.yaml")]
public partial class Site;

internal static class Program
{
    private static async Task Main(string[] args)
    {
        await using var lab = Lab.Load();
        await using var site = await Site.LoadAsync();
        await lab.R2.ConnectAsync("a", "oob");
        //                             ^ CG1001 There is no path 'oob' on device 'r-2'; it has mgmt, backup-1
        await site.R2.ConnectAsync("a", "mgmt");
        //                              ^ CG1001 There is no path 'mgmt' on device 'r-2'; it has oob
        await site.Devices["phoenix"].ConnectAsync();
        //                 ^ CG1004 There is no device 'phoenix' in site.yaml; its devices are edge1, r-2
        Testbed chosen = args.Length > 0 ? lab : site;
        await chosen.Devices["edge1"].ConnectAsync();
        //                   ^ CG1004 There is no device 'edge1' in lab.yaml
        await OpenAsync(site.Edge1, "mgmt");
        //                          ^ CG1001 on device 'edge1'
        await AnyAsync(site.Edge1);
    }

    private static Task OpenAsync(Device device, [ViaPath] string via) => device.ConnectAsync(via: via);

    private static async Task AnyAsync(Device device)
    {
        await device.ConnectAsync(via: "oob");
        await device.ConnectAsync(via: "mgmt");
        await device.ConnectAsync(via: "nowhere");
        //                             ^ CG1001 There is no path 'nowhere' on any device of lab.yaml, site.yaml
        await device.Testbed!.Devices["nobody"].ConnectAsync();
        //                            ^ CG1004 There is no device 'nobody' in lab.yaml, site.yaml
    }
}
