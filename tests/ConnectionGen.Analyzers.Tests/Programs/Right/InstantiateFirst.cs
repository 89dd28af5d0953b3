using ConnectionGen;
using ConnectionGen.Cli;

await using var lab = Lab.Load();
Connection later = lab.Phoenix.Instantiate(alias: "later", via: "mgmt");
CliConnection typed = lab.Phoenix.Instantiate<CliConnection>("typed");
CliConnection third = lab.Phoenix.InstantiateCli(alias: "third", timeout: TimeSpan.FromSeconds(4));
Console.WriteLine(later.IsConnected || typed.IsConnected || third.IsConnected);

await later.ConnectAsync(CancellationToken.None);
var token = new CancellationTokenSource().Token;
await typed.ConnectAsync(token);
await lab.Phoenix.later.ExecuteAsync("show clock");
await lab.Phoenix.Alias("typed").ExecuteAsync("show clock");
lab.Phoenix.Alias<CliConnection>("third").Connect();
await lab.Phoenix.DestroyAllAsync();

[Testbed("lab.yaml")]
internal sealed partial class Lab;
