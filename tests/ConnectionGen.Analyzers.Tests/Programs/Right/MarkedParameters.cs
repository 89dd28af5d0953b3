// testbeds: lab.yaml, site.yaml
using ConnectionGen;
using ConnectionGen.Cli;

namespace Project;

[Testbed("lab.yaml")]
public partial class Lab;

public sealed class Steps([TestbedDevice("r-2")] Device peer)
{
    [TestbedDevice("phoenix")]
    private readonly Device _phoenix = peer.Testbed!.Devices["phoenix"];

    [TestbedDevice("uut")]
    public required Device Uut { get; init; }

    public async Task RunAsync()
    {
        await peer.ConnectAsync(via: "backup-1");
        await peer.ConnectAsync("oob", "oob");
        await _phoenix.ConnectAsync(via: "mgmt");
        await Uut.ConnectAsync(via: "console");
        await Find().ConnectAsync(via: "ssh");
    }

    [return: TestbedDevice("host")]
    private Device Find() => _phoenix.Testbed!.Devices["host"];
}

internal static class Program
{
    private static async Task Main()
    {
        await using var lab = Lab.Load();
        await new Steps(lab.R2) { Uut = lab.Phoenix }.RunAsync();
    }
}
