using ConnectionGen;
using ConnectionGen.Cli;

[Testbed("lab.yaml")]
public sealed partial class Lab;

internal static class One
{
    public static async Task RunAsync(Lab lab)
    {
        await lab.Phoenix.ConnectAsync(via: /* why */ {|CG1001:"mgnt"|} /* so */);
        await lab.R2.ConnectAsync("a", // first
            {|CG1001:@"backup_1"|});
    }
}
// file: Two.cs
internal static class Two
{
    public static Task RunAsync(Lab lab) => lab.Phoenix.ConnectAsync("b", lab is null ? {|CG1001:"consol"|} : "mgmt");
}
