using ConnectionGen;
using ConnectionGen.Cli;

await using var lab = Lab.Load();

var routers = lab.Devices.Values.Where(device => device.Type == "router").OrderBy(device => device.Name).ToList();
await Task.WhenAll(routers.Select(router => router.ConnectAsync(via: "console")));

var versions = await Task.WhenAll(from device in lab.Devices.Values
                                  where device.IsConnected()
                                  select device.ExecuteAsync("show version"));
Console.WriteLine(versions.Length);

var first = lab.Devices.Values.First(device => device.Name.StartsWith('r'));
await first.ConnectAsync(via: "backup-1");

var byName = lab.Devices.ToDictionary(pair => pair.Key, pair => pair.Value.ConnectAsync("each"));
await Task.WhenAll(byName.Values);
await Task.WhenAll(lab.Devices.Values.Select(device => device.each.ExecuteAsync("date")));

[Testbed("lab.yaml")]
internal sealed partial class Lab;
