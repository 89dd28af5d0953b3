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
        await lab.Phoenix.Alias(/* why */ {|CG1002:"vty_l"|}).ExecuteAsync("show clock");
        await lab.R2.{|CG1002:vty_1|}./* so */ExecuteAsync("show clock");
    }
}
// file: Two.cs
internal static class Two
{
    public static async Task RunAsync(Lab lab)
    {
        await lab.R2.DisconnectAsync({|CG1002:"spar"|});
        lab?.Phoenix?.{|CG1002:main|}.Execute("show clock");
    }
}
