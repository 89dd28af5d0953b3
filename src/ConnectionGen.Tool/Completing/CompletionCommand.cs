using System.CommandLine;

namespace ConnectionGen.Tool;

/// <summary><c>connectiongen completion SHELL</c>: a script by which a shell asks the command itself what may come next.</summary>
internal static class CompletionCommand
{
    public static Command Create(Screen screen)
    {
        var shell = new Argument<string>("SHELL") { Description = $"One of {string.Join(", ", ShellScripts.Shells)}." };
        shell.AcceptOnlyFromAmong([.. ShellScripts.Shells]);
        var command = new Command("completion", "Prints a script that completes commands, options, devices and paths in a shell.") { shell };
        command.SetAction(async given =>
        {
            await screen.Output.WriteAsync(ShellScripts.Of(given.GetRequiredValue(shell)));
            return ExitCode.Success;
        });
        return command;
    }
}
