using ConnectionGen;
using ConnectionGen.Cli;

namespace Project;

[Testbed("lab.yaml")]
public partial class Lab;

internal static class Equipment
{
    public const string Console = "console";

    public static readonly string Backup = "backup-1";

    public static readonly Lab Lab = Lab.Load();

    public static Device Uut => Lab.Devices["uut"];

    public static Lab.R2Device Peer { get; } = Lab.R2;
}

internal static class Program
{
    private static readonly Device s_host = Equipment.Lab.Devices["host"];

    private static async Task Main()
    {
        await Equipment.Uut.ConnectAsync(via: Equipment.Console);
        await Equipment.Peer.ConnectAsync(via: Equipment.Backup);
        await s_host.ConnectAsync(via: "ssh");
        await s_host.DisconnectAsync();
        await Equipment.Lab.DisposeAsync();
    }
}
