using ConnectionGen;
using ConnectionGen.Cli;

await using var lab = Lab.Load();
var plan = new Plan(lab.R2, "spare", "backup-1");
await plan.Device.ConnectAsync(plan.Alias, plan.Via);
await plan.Device.Alias(plan.Alias).ExecuteAsync("show version");

var other = plan with { Device = lab.Phoenix, Via = "console" };
await other.Device.ConnectAsync(other.Alias, other.Via);

var (device, alias, via) = other;
await device.Alias(alias).ExecuteAsync(via);

var typed = new Link(lab.Phoenix, lab.R2);
await typed.Near.ConnectAsync(via: "mgmt");
await typed.Far.ConnectAsync(via: "backup-1");

internal sealed record Plan(Device Device, string Alias, string Via);

internal readonly record struct Link(Lab.PhoenixDevice Near, Lab.R2Device Far);

[Testbed("lab.yaml")]
internal sealed partial class Lab;
