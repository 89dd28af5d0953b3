using ConnectionGen;
using ConnectionGen.Cli;

namespace Project;

[Testbed("lab.yaml")]
public partial class Lab
{
    public async Task PrepareAsync()
    {
        await Phoenix.ConnectAsync(via: "mgmt");
        await Devices["r-2"].ConnectAsync(via: "backup-1");
        await Devices["uut"].DisconnectAsync();
    }

    public partial class PhoenixDevice
    {
        public Task OpenConsoleAsync() => ConnectAsync("con", "console");

        public Task<string> WhoAsync() => this.con.ExecuteAsync("show users");
    }
}

internal static class Program
{
    private static async Task Main()
    {
        await using var lab = Lab.Load();
        await lab.PrepareAsync();
        await lab.Phoenix.OpenConsoleAsync();
        Console.WriteLine(await lab.Phoenix.WhoAsync());
    }
}
