using System.Net.Sockets;
using ConnectionGen;
using ConnectionGen.Cli;

// what else has methods of this name
await using var lab = Lab.Load();
using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
var address = args.Length > 0 ? args[0] : "192.0.2.1";
await socket.ConnectAsync(address, 22);
using var client = new TcpClient();
await client.ConnectAsync(address, 23);
var broker = new Broker();
broker.Connect(address, "mgnt");
broker.Instantiate(address);

await lab.Host.ConnectAsync("only");
await lab.Host.Alias("only").ExecuteAsync("date");
await lab.Host.only.ExecuteAsync("date");
broker.Devices["nobody"] = "x";
Console.WriteLine(broker.Alias("nothing") + broker.Execute("date"));

internal sealed class Broker
{
    public Dictionary<string, string> Devices { get; } = [];

    public void Connect(string alias, string via) => Devices[alias] = via;

    public void Instantiate(string alias) => Devices[alias] = alias;

    public string Alias(string alias) => alias;

    public string Execute(string command) => command;
}

[Testbed("lab.yaml")]
internal sealed partial class Lab;
