using ConnectionGen;
using ConnectionGen.Cli;

await using var lab = Lab.Load();
var open = (Device device, string via) => device.ConnectAsync("fn", via);
await open(lab.Host, "ssh");
await open(lab.R2, "mgmt");
await ExecuteAsync(lab.Host);

Func<Lab, Device> choose = l => l.R2;
await choose(lab).ConnectAsync(via: "backup-1");

Action<Device> close = static device => device.Disconnect("fn");
close(lab.Host);

await WithAsync(lab.R2, async device =>
{
    await device.ConnectAsync("inner", "backup-1");
    await device.inner.ExecuteAsync("show clock");
});

static async Task WithAsync(Device device, Func<Device, Task> work)
{
    await work(device);
    await device.DestroyAllAsync();
}

async Task<string> ExecuteAsync(Device device)
{
    const string Alias = "fn";
    return await device.Alias(Alias).ExecuteAsync("date");
}

[Testbed("lab.yaml")]
internal sealed partial class Lab;
