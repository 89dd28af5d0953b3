using ConnectionGen;
using ConnectionGen.Cli;

[Testbed("lab.yaml")]
public sealed partial class Lab;

internal static class One
{
    public static async Task RunAsync(Lab lab)
    {
        await lab.Phoenix.ConnectAsync(via: /* why */ "mgmt" /* so */);
        await lab.R2.ConnectAsync("a", // first
            "backup-1");
    }
}
// file: Two.cs
internal static class Two
{
    public static Task RunAsync(Lab lab) => lab.Phoenix.ConnectAsync("b", lab is null ? "console" : "mgmt");
}
