using System.Globalization;
using ConnectionGen.CliMeasures;

// A client for measures beside other libraries, natively compiled; each run prints one line of JSON:
//   dotnet publish -c Release tests/ConnectionGen.CliMeasures -o artifacts/cli-measures
//   ConnectionGen.CliMeasures NAME ssh|vty|telnetd CONNECTIONS COMMANDS SECONDS
//     so many connections to the lab's router; `show version`, then `show running-config`, so many times on each, for at most so many seconds each
//   ConnectionGen.CliMeasures NAME big LINES        so many lines from the lab's Linux host, over SSH
//   ConnectionGen.CliMeasures NAME memory BYTES     an output of a device in memory: screen and expect alone
//   ConnectionGen.CliMeasures NAME lines BYTES      the same, taken line by line
//   ConnectionGen.CliMeasures NAME device BYTES     the first from a simulated device, over Telnet
//   ConnectionGen.CliMeasures NAME devices COUNT    so many simulated devices connected at once, and a command on each
// LAB_BASE says where the lab is. NAME is ignored: those who compare clients name them.
switch (args)
{
    case [_, "big", var lines]:
        Console.WriteLine(await BigOutput.RunAsync(Number(lines)));
        return 0;
    case [_, "memory", var bytes]:
        Console.WriteLine(await LongOutput.FromMemoryAsync(Number(bytes)));
        return 0;
    case [_, "lines", var bytes]:
        Console.WriteLine(await LongOutput.LinesFromMemoryAsync(Number(bytes)));
        return 0;
    case [_, "device", var bytes]:
        Console.WriteLine(await LongOutput.FromDeviceAsync(Number(bytes)));
        return 0;
    case [_, "devices", var count]:
        Console.WriteLine(await ManyDevices.RunAsync(Number(count)));
        return 0;
    case [_, var kind, var connections, var commands, var seconds]:
        var run = new RouterRun(kind, Number(commands), TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture)));
        Console.WriteLine(await run.MeasureAsync(Number(connections)));
        return 0;
    default:
        await Console.Error.WriteLineAsync("NAME ssh|vty|telnetd CONNECTIONS COMMANDS SECONDS, or NAME big|memory|lines|device|devices COUNT");
        return 2;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
