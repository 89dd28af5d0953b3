using ConnectionGen;
using ConnectionGen.Cli;

namespace Helpers;

/// <summary>What a team keeps in a library of its own: it takes devices, and connects what it likes.</summary>
public static class Steps
{
    public static async Task<string> VersionAsync(Device device, [ViaPath] string? via = null)
    {
        await device.ConnectAsync("helper", via);
        return await device.helper.ExecuteAsync("show version");
    }

    public static Task PrepareAsync(Testbed testbed) => Task.WhenAll(testbed.Devices.Values.Select(device => VersionAsync(device)));
}
