using ConnectionGen;
using ConnectionGen.Cli;

namespace Project;

[Testbed("lab.yaml")]
public partial class Lab;

public static class DeviceSteps
{
    public static async Task<CliConnection> OpenAsync(this Device device, [ConnectionAlias] string alias, [ViaPath] string? via = null) =>
        await device.ConnectAsync<CliConnection>(alias, via);

    public static Task<string> ShowAsync(Device device, string what, [ConnectionAlias] string? alias = null) => device.Alias(alias).ExecuteAsync("show " + what);
}

internal static class Program
{
    private static async Task Main()
    {
        await using var lab = Lab.Load();
        var vty = await lab.Phoenix.OpenAsync("vty_1", "mgmt");
        await vty.ExecuteAsync("show clock");
        await DeviceSteps.ShowAsync(lab.Phoenix, "version", "vty_1");
        await lab.Phoenix.Alias("vty_1").ExecuteAsync("show clock");
        await lab.R2.OpenAsync(alias: "spare", via: "backup-1");
        await DeviceSteps.ShowAsync(alias: "spare", device: lab.R2, what: "users");
    }
}
