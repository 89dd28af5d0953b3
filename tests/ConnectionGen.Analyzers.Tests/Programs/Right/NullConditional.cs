using ConnectionGen;
using ConnectionGen.Cli;

namespace Project;

[Testbed("lab.yaml")]
public partial class Lab;

internal sealed class Holder
{
    public Lab? Lab { get; set; }

    public Device? Device { get; init; }

    public async Task RunAsync()
    {
        Lab?.Phoenix.Connect("x", "mgmt");
        Lab?.Phoenix?.Alias("x").Execute("show clock");
        Device?.Connect("y", "ssh");
        if (Lab?.R2 is { } peer)
        {
            await peer.ConnectAsync(via: "backup-1");
        }

        await (Lab?.Host.ConnectAsync(via: "ssh") ?? Task.FromResult<Connection>(null!));
    }
}

internal static class Program
{
    private static async Task Main()
    {
        await using var lab = Lab.Load();
        await new Holder { Lab = lab, Device = lab.Host }.RunAsync();
    }
}
