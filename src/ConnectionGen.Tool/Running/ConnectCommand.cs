using System.CommandLine;

namespace ConnectionGen.Tool;

/// <summary><c>connectiongen connect</c>: which devices can be reached, and log in.</summary>
internal static class ConnectCommand
{
    public static Command Create(Screen screen)
    {
        var lab = new LabOptions(screen);
        var command = new Command("connect", "Connects to the devices of a testbed, all at once, and tells which answered.");
        lab.AddTo(command);
        command.SetAction(async (given, cancellationToken) =>
        {
            var results = await new LabRun(lab.Read(given), screen) { IsLogged = true }.RunAsync([], cancellationToken);
            return await LabRun.SummariseAsync(results, screen);
        });
        return command;
    }
}
