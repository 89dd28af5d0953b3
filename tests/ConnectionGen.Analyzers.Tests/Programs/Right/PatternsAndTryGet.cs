using ConnectionGen;
using ConnectionGen.Cli;

using var testbed = Testbed.Load("lab.yaml");

if (testbed.Devices.TryGetValue("r-2", out var peer))
{
    await peer.ConnectAsync(via: "backup-1");
}

if (testbed.Devices.TryGetValue("spare", out var spare) && spare is { Os: "nxos" } usable)
{
    await usable.ConnectAsync(via: "mgmt");
}

if (testbed.Devices.GetValueOrDefault("host") is { } host)
{
    await host.ConnectAsync(via: "ssh");
}

Device? maybe = args.Length > 0 ? testbed.Devices["phoenix"] : null;
if (maybe is not null)
{
    await maybe.ConnectAsync(via: "console");
}

switch (testbed.Devices["phoenix"])
{
    case { Os: "iosxe" } phoenix:
        await phoenix.ConnectAsync(via: "mgmt");
        break;
    case var other:
        await other.ConnectAsync();
        break;
}

object boxed = testbed.Devices["host"];
if (boxed is Device unboxed)
{
    await unboxed.ConnectAsync(via: "ssh");
}

Console.WriteLine(testbed.Devices.ContainsKey("nobody"));
