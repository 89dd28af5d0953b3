using ConnectionGen;
using ConnectionGen.Cli;

await using var built = new TestbedBuilder("made")
    .AddDevice("fresh", device => device.Set("os", "linux").AddPath("direct", path => path.Set("ip", "192.0.2.77")))
    .Build();
await built.Devices["fresh"].ConnectAsync(via: "direct");

await using var parsed = Testbed.Parse("devices: { other: { connections: { tty: { ip: 192.0.2.78 } } } }");
await parsed.Devices["other"].ConnectAsync(via: "tty");
await parsed.Devices["other"].Alias("anything").ExecuteAsync("date");

await using var read = await Testbed.LoadAsync(args[0]);
foreach (var device in read.Devices.Values)
{
    await device.ConnectAsync(via: "outside");
    await device.ConnectionManager.ConnectAsync(via: "outside");
}

var found = read.Devices["somebody"];
await found.ConnectAsync("x", "outside");
await found.x.ExecuteAsync("date");

Testbed either = args.Length > 1 ? Lab.Load() : await Testbed.LoadAsync(args[0]);
await either.Devices["somebody"].ConnectAsync(via: "outside");

[Testbed("lab.yaml")]
internal sealed partial class Lab;
