using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Transports;

var r1 = lab.Devices["r1"];
var core = lab.Devices["core"];
var n9k = lab.Devices["n9k"];
CliConnection connection = await r1.ConnectAsync<CliConnection>();
var writer = Console.Out;
var count = 0;

static class SerialTransport
{
    public static Task<ITransport> OpenAsync(string? device) => throw new NotSupportedException();
}
