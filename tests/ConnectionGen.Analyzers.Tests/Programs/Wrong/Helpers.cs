using ConnectionGen;
using ConnectionGen.Cli;

namespace Project;

[Testbed("lab.yaml")]
public partial class Lab;

public static class DeviceSteps
{
    public static Task<Connection> OpenAsync(this Device device, [ConnectionAlias] string alias, [ViaPath] string? via = null) => device.ConnectAsync(alias, via);

    extension(Device device)
    {
        public Task<Connection> ReopenAsync([ViaPath] string via) => device.ConnectAsync("again", via);
    }
}

public class Session(Device device, [ViaPath] string via)
{
    public Task OpenAsync() => device.ConnectAsync("session", via);
}

public sealed class ConsoleSession(Lab lab) : Session(lab.R2, "console");
//                                                            ^ CG1001 'console' on device 'r-2'

public sealed class OwnSession : Session
{
    public OwnSession(Lab lab)
        : base(lab.Host, "mgmt")
    //                   ^ CG1001 'mgmt' on device 'host'
    {
    }
}

public abstract class Steps
{
    protected abstract Task RunAsync(Device device, int times, [ViaPath] string via);

    public async Task AllAsync(Lab lab)
    {
        await RunAsync(lab.Phoenix, 1, "ssh");
        //                             ^ CG1001 on device 'phoenix'
        await RunAsync(via: "ssh", times: 3, device: lab.Phoenix);
        //                  ^ CG1001 on device 'phoenix'
        await lab.R2.OpenAsync("a", "console");
        //                          ^ CG1001 on device 'r-2'
        await DeviceSteps.OpenAsync(lab.R2, "b", "console");
        //                                       ^ CG1001 on device 'r-2'
        await lab.R2.ReopenAsync("console");
        //                       ^ CG1001 on device 'r-2'
        var session = new Session(lab.Host, "console");
        //                                  ^ CG1001 on device 'host'
        Session other = new(lab.Host, via: "console");
        //                                 ^ CG1001 on device 'host'
        await session.OpenAsync();
        await other.OpenAsync();
        var opened = await lab.Host.ConnectAsync("x", "ssh");
        await opened.Device.ConnectAsync("y", "mgmt");
        //                                    ^ CG1001 on device 'host'
    }
}

internal static class Program
{
    private static void Main() => Console.WriteLine(typeof(Steps));
}
