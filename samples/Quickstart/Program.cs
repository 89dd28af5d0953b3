using ConnectionGen.Cli;
using Quickstart;
using static Quickstart.Narrator;

await using var simulated = await Simulation.StartAsync();
await using var lab = Lab.Load(simulated.TestbedFile);

Say($"Two simulated devices listen for Telnet: {lab.Edge.Name} on ports {Ports("edge")}, {lab.Probe.Name} on port {Ports("probe")}.");

Say("Connect. The path, and that it is a command line over Telnet, stands in lab.yaml.");
await Show(lab.Edge.ConnectAsync());
await Show(lab.Edge.ExecuteAsync("show clock"));

Say("A second connection to the same device, over another path and under a name of its own, its alias.");
await Show(lab.Edge.ConnectAsync(alias: "vty_1", via: "mgmt"));
await Show(lab.Edge.vty_1.ExecuteAsync("show ip interface brief"));

Say("Configure on one connection, and see the change on the other.");
await Show(lab.Edge.ConfigureAsync("hostname paris"));
await Show(lab.Edge.vty_1.ExecuteAsync("show running-config | include hostname"));

Say("A pool: three sessions behind one alias. Each call takes the first that is free, so six pings run three at a time.");
await Show(lab.Probe.ConnectPoolAsync(poolSize: 3, alias: "pingers"));
var pings = Enumerable.Range(1, 6).Select(async host => $"198.51.100.{host}: {await lab.Probe.pingers.ExecuteAsync($"ping -c 1 198.51.100.{host}")}");
Print(string.Join('\n', await Task.WhenAll(pings)));

Say("What a device refuses is an exception, and its message says where it happened.");
try
{
    await Show(lab.Edge.vty_1.ExecuteAsync("show clok"));
}
catch (CommandFailedException refusal)
{
    Print(refusal.Message);
}

Say("""
    Everything is disconnected when `lab` is disposed.
    Now misspell something in samples/Quickstart/Program.cs, via: "mgnt" for instance, and build: the compiler finds it.
    """);

string Ports(string device) => string.Join(" and ", simulated.Devices[device].Lines.Select(line => line.Port));
