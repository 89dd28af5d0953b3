using ConnectionGen;
using ConnectionGen.Cli;

await using var lab = Lab.Load();
await using var other = Lab.Load("other.yaml");
await lab.Phoenix.ConnectAsync("shared", "mgmt");
var shared = lab.Phoenix.Alias<CliConnection>("shared");
using (await shared.LockAsync(TimeSpan.FromSeconds(3)))
{
    await shared.ExecuteAsync("configure terminal");
    await shared.GoToAsync("enable");
}

await other.Phoenix.ConnectAsync("theirs", "console");
await other.Phoenix.theirs.ExecuteAsync("show clock");
lab.Phoenix.shared.Execute("show clock");
lab.Phoenix.Connect(alias: "second", via: "mgmt");
lab.Phoenix.second.Configure("hostname x");
lab.Phoenix.Disconnect("second");
lab.Disconnect();

[Testbed("lab.yaml")]
internal sealed partial class Lab;
