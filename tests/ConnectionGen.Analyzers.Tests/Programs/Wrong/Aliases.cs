using ConnectionGen;
using ConnectionGen.Cli;

namespace Project;

[Testbed("lab.yaml")]
public partial class Lab;

internal static class Aliases
{
    public const string First = "vty_1";
    public const string Unused = "vty_9";
}

internal static class Program
{
    private static async Task Main()
    {
        await using var lab = Lab.Load();
        await lab.Phoenix.ConnectAsync(Aliases.First, "mgmt");
        await lab.Phoenix.ConnectCliAsync(alias: "typed");
        await lab.Phoenix.ConnectPoolAsync(3, "pool");
        lab.Phoenix.InstantiateCli("made");
        await lab.R2.Alias("handle").ConnectAsync("mgmt");
        Device peer = lab.R2;
        await peer.ConnectAsync("spare", "backup-1");

        await lab.Phoenix.Alias(Aliases.Unused).ExecuteAsync("show clock");
        //                      ^ CG1002 'vty_9' on device 'phoenix'
        await lab.Phoenix.Alias<CliConnection>("spare").ExecuteAsync("show clock");
        //                                     ^ CG1002 'spare' on device 'phoenix'
        await lab.Phoenix.Alias("handle").ExecuteAsync("show clock");
        //                      ^ CG1002 'handle' on device 'phoenix'
        await lab.R2.Alias("typed").ExecuteAsync("show clock");
        //                 ^ CG1002 'typed' on device 'r-2'; it connects main, handle, spare
        await lab.R2.pool.ExecuteAsync("show clock");
        //           ^ CG1002 'pool' on device 'r-2'
        await lab.R2.made.ExecuteAsync("show clock");
        //           ^ CG1002 'made' on device 'r-2'
        await lab.Host.DestroyAsync("spare");
        //                          ^ CG1002 'spare' on device 'host'; it connects default
        lab.Host.Disconnect(alias: "typed");
        //                         ^ CG1002 'typed' on device 'host'
        lab?.R2?.typed.Execute("show clock");
        //       ^ CG1002 'typed' on device 'r-2'

        // right
        await lab!.Phoenix.Alias("vty_1").ExecuteAsync("show clock");
        await lab.Phoenix.typed.ExecuteAsync("show clock");
        await lab.Phoenix.pool.ExecuteAsync("show clock");
        await lab.R2.Alias("spare").ExecuteAsync("show clock");
        await peer.Alias("handle").ExecuteAsync("show clock");
    }
}
