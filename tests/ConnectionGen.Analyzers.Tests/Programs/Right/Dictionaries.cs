using ConnectionGen;
using ConnectionGen.Cli;

await using var lab = Lab.Load();
var plan = new Dictionary<Device, string>
{
    [lab.Phoenix] = "console",
    [lab.R2] = "backup-1",
    [lab.Host] = "ssh",
};
foreach (var (device, via) in plan)
{
    await device.ConnectAsync("planned", via);
}

var names = new[] { "phoenix", "r-2" };
foreach (var name in names)
{
    await lab.Devices[name].ConnectAsync(via: "mgmt");
}

IReadOnlyDictionary<string, Device> devices = lab.Devices;
await devices["host"].ConnectAsync(via: "ssh");
var list = new List<Device> { lab.Phoenix, lab.R2 };
await list[0].ConnectAsync(via: "console");
await list[^1].ConnectAsync(via: "backup-1");
list.ForEach(device => device.Connect("each", "mgmt"));
Console.WriteLine(plan[lab.Phoenix]);

[Testbed("lab.yaml")]
internal sealed partial class Lab;
