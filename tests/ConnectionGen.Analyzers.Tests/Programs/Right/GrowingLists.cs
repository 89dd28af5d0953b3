using ConnectionGen;
using ConnectionGen.Cli;

await using var lab = Lab.Load();
var list = new List<Device> { lab.Phoenix };
list.Add(lab.R2);
foreach (var device in list)
{
    await device.ConnectAsync("a", device.Name == "phoenix" ? "console" : "backup-1");
}

List<Device> more = [lab.Host];
Fill(more);
await Task.WhenAll(more.Select(device => device.ConnectAsync("b", "mgmt")));

Device[] array = [lab.Host, lab.Host];
array[0] = lab.R2;
await array.First().ConnectAsync("c", "backup-1");

var vias = new Dictionary<string, string> { ["host"] = "ssh" };
vias["phoenix"] = "mgmt";
await lab.ConnectAsync(vias: vias);

var queue = new Queue<Device>();
queue.Enqueue(lab.R2);
while (queue.TryDequeue(out var next))
{
    await next.ConnectAsync("d", "backup-1");
}

void Fill(List<Device> devices) => devices.AddRange(lab.Devices.Values);

[Testbed("lab.yaml")]
internal sealed partial class Lab;
