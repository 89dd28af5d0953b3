using ConnectionGen;
using ConnectionGen.Cli;

[Testbed("lab.yaml")]
public sealed partial class Lab;

internal static class One
{
    public static async Task RunAsync(Lab lab)
    {
        await lab.Phoenix.ConnectAsync(via: {|CG1007:"defaults"|});
    }
}
// file: Two.cs
internal static class Two
{
    public static Task RunAsync(Lab lab) => lab.R2.ConnectAsync("a", {|CG1007:"defaults"|});
}
