using ConnectionGen;
using ConnectionGen.Cli;

await using var lab = Lab.Load();

// a handle is had before its connection is made
var handle = lab.Phoenix.Alias("late");
Console.WriteLine(handle.IsConnected);
await handle.ConnectAsync("mgmt");
await handle.ExecuteAsync("show clock");
await lab.Phoenix.Alias("late").ExecuteAsync("show clock");

await lab.R2.Alias("direct").ConnectAsync(via: "backup-1");
await lab.R2.Alias("direct").ExecuteAsync("show version");
await lab.R2.Alias("direct").DestroyAsync();

await lab.Host.Alias().ConnectAsync();
await lab.Host.ExecuteAsync("date");

[Testbed("lab.yaml")]
internal sealed partial class Lab;
