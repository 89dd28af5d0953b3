// library: Equipment.cs
using ConnectionGen;
using ConnectionGen.Cli;
using Equipment;

var shared = await Equipment.Environment.PrepareAsync();
await shared.Devices["phoenix"].Alias("prepared").ExecuteAsync("show clock");
foreach (var device in shared.Devices.Values)
{
    Console.WriteLine(device.Alias("prepared").IsConnected);
}

await using var lab = SharedLab.Load();
await lab.Phoenix.ConnectAsync(via: SharedLab.PhoenixDevice.Via.Mgmt);
await lab.Phoenix.ConnectAsync("x", "console");
await lab.Phoenix.Alias("y").ExecuteAsync("show clock");
