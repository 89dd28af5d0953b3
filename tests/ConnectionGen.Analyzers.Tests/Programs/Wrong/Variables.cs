using ConnectionGen;
using ConnectionGen.Cli;

namespace Project;

[Testbed("lab.yaml")]
public partial class Lab;

internal static class Names
{
    public const string Console = "consoles";
    public static readonly string Backup = "backup";
    public static readonly Lab Lab = Lab.Load();
    public static readonly Device Peer = Lab.Devices["r-2"];
}

internal sealed class Runner
{
    private readonly Device _device;
    private readonly string _via;

    public Runner(Lab lab)
    {
        _device = lab.R2;
        this._via = "console";
        Own = lab.Devices["host"];
    }

    public Device Own { get; }

    public Device Computed
    {
        get { return Names.Lab.Devices["phoenix"]; }
    }

    public async Task RunAsync()
    {
        await _device.ConnectAsync("a", "ssh");
        //                              ^ CG1001 on device 'r-2'
        await _device.ConnectAsync("b", _via);
        //                              ^ CG1001 'console' on device 'r-2'
        await Own.ConnectAsync("c", "mgmt");
        //                          ^ CG1001 on device 'host'
        await Computed.ConnectAsync("d", "ssh");
        //                               ^ CG1001 on device 'phoenix'
        await Names.Peer.ConnectAsync("e", Names.Console);
        //                                 ^ CG1001 'consoles' on device 'r-2'
        await Names.Peer.ConnectAsync("f", Names.Backup);
        //                                 ^ CG1001 'backup' on device 'r-2'
        Device late;
        late = Names.Lab.Phoenix;
        await late.ConnectAsync("g", "ssh");
        //                           ^ CG1001 on device 'phoenix'
        var aliased = Names.Lab;
        Testbed general = aliased;
        var found = general.Devices["host"];
        await found.ConnectAsync("h", $"{"mg"}mt");
        //                            ^ CG1001 'mgmt' on device 'host'
        await found.ConnectAsync("i", nameof(late));
        //                            ^ CG1001 'late' on device 'host'
    }
}

internal static class Program
{
    private static Task Main() => new Runner(Names.Lab).RunAsync();
}
