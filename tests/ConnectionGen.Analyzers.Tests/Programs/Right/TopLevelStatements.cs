using ConnectionGen;
using ConnectionGen.Cli;

await using var lab = Lab.Load();

await lab.Phoenix.ConnectAsync();
Console.WriteLine(await lab.Phoenix.ExecuteAsync("show version"));

await lab.Phoenix.ConnectAsync(alias: "vty_1", via: "mgmt");
await lab.Phoenix.vty_1.ConfigureAsync("hostname phoenix");

foreach (var (name, device) in lab.Devices)
{
    Console.WriteLine($"{name}: {device.Os}");
}

await lab.Phoenix.DisconnectAsync("vty_1");
await lab.Phoenix.DisconnectAsync();

[Testbed("lab.yaml")]
internal sealed partial class Lab;
