using System.CommandLine;

namespace ConnectionGen.Tool;

/// <summary><c>connectiongen run -d r1,r2 "show version"</c>: commands on many devices at once.</summary>
internal static class RunCommand
{
    private const string Text = "text";
    private const string Json = "json";

    public static Command Create(Screen screen)
    {
        var commands = new Argument<string[]>("COMMAND") { Description = "What to run on each device, in this order. A device that fails runs no further one.", Arity = ArgumentArity.OneOrMore };
        var lab = new LabOptions(screen);
        var full = new Option<bool>("--full") { Description = "Shows long answers whole; on a terminal they are folded otherwise." };
        var format = new Option<string>("--format") { Description = "text as answers come, or json when all are there.", DefaultValueFactory = static _ => Text };
        format.AcceptOnlyFromAmong(Text, Json);
        var command = new Command("run", "Runs commands on the devices of a testbed, all at once.") { commands, full, format };
        lab.AddTo(command);
        Misspelt.RefuseOptionsIn(commands, command);
        command.SetAction(async (given, cancellationToken) =>
        {
            var isJson = given.GetValue(format) == Json;
            var run = new LabRun(lab.Read(given), screen) { IsLogged = !isJson, IsFull = given.GetValue(full) };
            var results = await run.RunAsync(given.GetRequiredValue(commands), cancellationToken);
            if (isJson)
                await screen.Output.WriteLineAsync(ResultJson.Of(results));

            return await LabRun.SummariseAsync(results, screen);
        });
        return command;
    }
}
