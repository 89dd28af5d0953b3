using ConnectionGen;
using ConnectionGen.Cli;

namespace Project;

[Testbed("lab.yaml")]
public partial class Lab;

public interface ITopology
{
    Device Near { get; }

    Device Far { get; }

    Task ConnectAsync(string alias, string via);
}

public sealed class Topology(Lab lab) : ITopology
{
    public Device Near => lab.Phoenix;

    public Device Far => lab.R2;

    public async Task ConnectAsync(string alias, string via)
    {
        await Near.ConnectAsync(alias, via);
        await Far.ConnectAsync(alias, via);
    }
}

internal static class Program
{
    private static async Task Main()
    {
        await using var lab = Lab.Load();
        ITopology topology = new Topology(lab);
        await topology.ConnectAsync("both", "mgmt");
        await topology.Near.Alias("both").ExecuteAsync("show clock");
        await topology.Far.both.ExecuteAsync("show clock");
        await topology.Far.ConnectAsync("more", "backup-1");
        await lab.Phoenix.Alias("both").ExecuteAsync("show clock");
    }
}
