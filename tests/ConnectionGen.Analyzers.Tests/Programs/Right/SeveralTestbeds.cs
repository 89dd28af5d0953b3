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
        await using var site = Site.Load();
        await lab.R2.ConnectAsync("a", "backup-1");
        await site.R2.ConnectAsync("a", "oob");
        await site.Edge1.ConnectAsync(via: Site.Edge1Device.Via.Console);

        Testbed chosen = args.Length > 0 ? lab : site;
        await chosen.Devices["r-2"].ConnectAsync();

        foreach (Testbed testbed in new Testbed[] { lab, site })
        {
            await Task.WhenAll(testbed.Devices.Values.Select(device => device.ConnectAsync("both", device.Paths.Keys.First())));
        }

        await OpenAsync(site.Edge1, "ssh");
        await OpenAsync(lab.Phoenix, "mgmt");
    }

    private static Task OpenAsync(Device device, [ViaPath] string via) => device.ConnectAsync(via: via);
}
