using ConnectionGen;
using ConnectionGen.Cli;

await using var lab = Lab.Load();

foreach (var device in lab.Devices.Values)
{
    // each has one of these
    var via = device.Paths.ContainsKey("mgmt") ? "mgmt" : "ssh";
    await device.ConnectAsync("all", via);
    Console.WriteLine(await device.all.ExecuteAsync("date"));
}

foreach (var pair in lab.Devices)
{
    await pair.Value.ConnectAsync(via: pair.Key switch { "phoenix" => "console", "host" => "ssh", _ => "mgmt" });
}

for (var index = 0; index < 3; index++)
{
    await lab.Phoenix.ConnectAsync($"vty_{index}", Lab.PhoenixDevice.Via.Mgmt);
    await lab.Phoenix.Alias($"vty_{index}").ExecuteAsync("show users");
}

await lab.Phoenix.Alias("vty_2").ExecuteAsync("show clock");

[Testbed("lab.yaml")]
internal sealed partial class Lab;
