using ConnectionGen;
using ConnectionGen.Cli;

await using var lab = Lab.Load();
var manager = lab.R2.ConnectionManager;
await manager.ConnectAsync(via: "backup-1");
await manager.ConnectAsync<CliConnection>("spare", "mgmt");
Console.WriteLine(manager.Get<CliConnection>("spare").Via);
Console.WriteLine(manager.Connections["spare"].Via + manager.Connections["main"].Via);
await manager.Device.ConnectAsync("third", "mgmt");
await manager.DisconnectAsync("third");
await manager.DisconnectAsync("main");
await manager.DestroyAllAsync();

var connection = await lab.Phoenix.ConnectAsync<CliConnection>();
await connection.Device.ConnectAsync("again", "mgmt");
await connection.Device.Alias("again").ExecuteAsync("show clock");
await connection.DisposeAsync();

[Testbed("lab.yaml")]
internal sealed partial class Lab;
