using ConnectionGen;
using ConnectionGen.Cli;

const string Kind = "mg";
await using var lab = Lab.Load();
await lab.Phoenix.ConnectAsync("a", $"{Kind}mt");
await lab.R2.ConnectAsync("b", $"backup-{1}");
await lab.R2.ConnectAsync("c", "back" + "up-1");
await lab.Host.ConnectAsync("d", nameof(ssh));
await lab.Devices[$"r-{2}"].ConnectAsync("e", """mgmt""");
await lab.Devices[nameof(lab.Host).ToLowerInvariant()].ConnectAsync("f", "ssh");
await lab.Phoenix.Alias($"{"a"}").ExecuteAsync("show clock");

static void ssh()
{
}

ssh();

[Testbed("lab.yaml")]
internal sealed partial class Lab;
