using ConnectionGen;
using ConnectionGen.Cli;

namespace Project;

[Testbed("lab.yaml")]
public partial class Lab;

public static class Aliases
{
    public const string First = "vty_1";
    public const string Second = Prefix + "2";
    private const string Prefix = "vty_";
    public static readonly string Third = "vty_3";
}

internal static class Program
{
    private static async Task Main()
    {
        await using var lab = Lab.Load();
        await lab.Phoenix.ConnectAsync(Aliases.First, "mgmt");
        await lab.Phoenix.ConnectAsync(Aliases.Second, "mgmt");
        await lab.Phoenix.ConnectAsync(Aliases.Third, "mgmt");
        await lab.Phoenix.ConnectAsync(alias: nameof(lab), via: "mgmt");
        await lab.Phoenix.Alias("vty_1").ExecuteAsync("show clock");
        await lab.Phoenix.Alias(Aliases.Second).ExecuteAsync("show clock");
        await lab.Phoenix.Alias("vty_3").ExecuteAsync("show clock");
        await lab.Phoenix.Alias(nameof(lab)).ExecuteAsync("show clock");
    }
}
