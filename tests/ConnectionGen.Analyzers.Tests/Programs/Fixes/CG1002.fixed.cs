using ConnectionGen;
using ConnectionGen.Cli;

[Testbed("lab.yaml")]
public sealed partial class Lab;

internal static class One
{
    public static async Task Main()
    {
        await using var lab = Lab.Load();
        await lab.Phoenix.ConnectAsync("vty_1", "mgmt");
        await lab.Phoenix.ConnectAsync("class", "mgmt");
        await lab.R2.ConnectAsync("spare", "mgmt");
        await lab.Phoenix.Alias(/* why */ "vty_1").ExecuteAsync("show clock");
        await lab.R2.main./* so */ExecuteAsync("show clock");
    }
}
// file: Two.cs
internal static class Two
{
    public static async Task RunAsync(Lab lab)
    {
        await lab.R2.DisconnectAsync("spare");
        lab?.Phoenix?.@class.Execute("show clock");
    }
}
