using ConnectionGen;
using ConnectionGen.Cli;

await using var lab = Lab.Load();
var isNight = DateTime.UtcNow.Hour < 6;
await lab.Phoenix.ConnectAsync(via: isNight ? "console" : "mgmt");
await lab.R2.ConnectAsync("x", isNight ? Lab.R2Device.Via.Backup1 : null);
string? via = isNight ? "backup-1" : default;
await lab.R2.ConnectAsync("y", via);
Device chosen = isNight ? lab.Phoenix : lab.R2;
await chosen.ConnectAsync("z", "mgmt");
await lab.Host.ConnectAsync(via: args.Length switch { 0 => "ssh", 1 => args[0], _ => throw new ArgumentException("one at most") });
await (lab.Host ?? lab.Devices["host"]).DisconnectAsync();

var path = "console";
if (isNight)
{
    path = "mgmt";
}

await lab.Phoenix.ConnectAsync("w", path);

[Testbed("lab.yaml")]
internal sealed partial class Lab;
