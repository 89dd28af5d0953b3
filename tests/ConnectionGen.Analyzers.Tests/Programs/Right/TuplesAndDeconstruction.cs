using ConnectionGen;
using ConnectionGen.Cli;

await using var lab = Lab.Load();
var (near, far) = (lab.Phoenix, lab.R2);
await near.ConnectAsync(via: "console");
await far.ConnectAsync(via: "backup-1");

(Device Device, string Via)[] plan = [(lab.Phoenix, "console"), (lab.R2, "mgmt"), (lab.Host, "ssh")];
foreach (var (device, via) in plan)
{
    await device.ConnectAsync("planned", via);
}

foreach (var step in plan)
{
    await step.Device.planned.ExecuteAsync("date");
    await step.Device.ConnectAsync(via: step.Via);
}

var (a, b) = Pair(lab);
await a.ConnectAsync(via: "mgmt");
await b.ConnectAsync(via: "ssh");
(near, far) = (lab.Phoenix, lab.R2);

static (Device, Device) Pair(Lab lab) => (lab.Phoenix, lab.Host);

[Testbed("lab.yaml")]
internal sealed partial class Lab;
