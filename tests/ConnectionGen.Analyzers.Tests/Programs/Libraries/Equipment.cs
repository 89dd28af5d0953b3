using ConnectionGen;
using ConnectionGen.Cli;

namespace Equipment;

[Testbed("lab.yaml")]
public partial class SharedLab;

/// <summary>A library that gives a testbed, on which it has connected what it likes.</summary>
public static class Environment
{
    private static readonly Testbed s_lab = Testbed.Load("lab.yaml");

    public static async Task<Testbed> PrepareAsync()
    {
        await s_lab.Devices["phoenix"].ConnectAsync("prepared", "mgmt");
        return s_lab;
    }
}
