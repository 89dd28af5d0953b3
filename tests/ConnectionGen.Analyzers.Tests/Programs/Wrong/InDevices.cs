using ConnectionGen;
using ConnectionGen.Cli;

namespace Project;

[Testbed("lab.yaml")]
public partial class Lab
{
    public async Task PrepareAsync()
    {
        await R2.ConnectAsync(via: "console");
        //                         ^ CG1001 on device 'r-2'
        await Devices["r-2"].ConnectAsync(via: "console");
        //                                     ^ CG1001 on device 'r-2'
        await Devices["r2"].ConnectAsync();
        //            ^ CG1004 did you mean 'r-2'?
    }

    public partial class PhoenixDevice
    {
        public Task OpenAsync() => ConnectAsync("con", "consol");
        //                                             ^ CG1001 on device 'phoenix' (did you mean 'console'?)

        public Task AgainAsync() => ConnectionManager.ConnectAsync("mgm", "mgm");
        //                                                                ^ CG1001 on device 'phoenix' (did you mean 'mgmt'?)
    }
}

internal static class Program
{
    private static Task Main() => Lab.Load().PrepareAsync();
}
