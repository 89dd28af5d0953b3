using ConnectionGen;
using ConnectionGen.Cli;

namespace Project;

[Testbed("lab.yaml")]
public partial class Lab;

internal sealed class Runner(Lab lab)
{
    private Device _current = lab.Phoenix;
    private string _via = "console";

    public Device Current { get; set; } = lab.Host;

    public async Task RunAsync(Device device)
    {
        _current = lab.R2;
        await _current.ConnectAsync(via: "backup-1");
        _via = "mgmt";
        await _current.ConnectAsync("b", _via);
        Current = lab.Phoenix;
        await Current.ConnectAsync(via: "console");
        device ??= lab.Host;
        await device.ConnectAsync(via: "ssh");

        Device next = lab.Phoenix;
        while (next.Name != "host")
        {
            next = next.Name == "phoenix" ? lab.R2 : lab.Host;
        }

        await next.ConnectAsync(via: "ssh");
        Swap(ref next);
        await next.ConnectAsync(via: "backup-1");
    }

    private void Swap(ref Device device) => device = lab.R2;
}

internal static class Program
{
    private static async Task Main()
    {
        await using var lab = Lab.Load();
        await new Runner(lab).RunAsync(lab.Phoenix);
    }
}
