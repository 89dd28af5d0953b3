using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Platforms;
using ConnectionGen.Cli.Services;

namespace ConnectionGen.Cli.Shells;

/// <summary>The way into a shell: switches it on where that is asked for, and enters its mode.</summary>
internal sealed class ShellWay(CommandLine line, string where, ShellRules rules)
{
    public async ValueTask EnterAsync(ShellOptions options, Deadline deadline)
    {
        if (options.Words.AsSpan().ContainsAnyInRange('\0', '\x1f'))
            throw new ArgumentException($"{nameof(ShellOptions.Words)} is one line without control characters.", nameof(options));
        var home = line.Platform.CommandMode;
        await line.GoToAsync(home, deadline).ConfigureAwait(false);
        if (options.Enable && rules.Switch is { } shellSwitch)
            await EnableAsync(shellSwitch, deadline).ConfigureAwait(false);
        var command = rules.Command.Contains("{value}", StringComparison.Ordinal)
            ? rules.Command.Replace("{value}", options.Words, StringComparison.Ordinal)
            : $"{rules.Command} {options.Words}";
        await line.TakeAsync(new ModeTransition(home, rules.Mode, command.Trim(), rules.Dialog), deadline).ConfigureAwait(false);
    }

    private async ValueTask EnableAsync(ShellSwitch shellSwitch, Deadline deadline)
    {
        if (shellSwitch.IsConfiguration)
        {
            await new Configuration(line, where).RunAsync([shellSwitch.Command], commit: null, ConfigureOptions.Usual, deadline).ConfigureAwait(false);
            return;
        }

        await UntilAsync(shellSwitch.Command, output => shellSwitch.NotYet?.IsMatch(output) != true, shellSwitch, deadline).ConfigureAwait(false);
        if (shellSwitch.Show is { } show)
            await UntilAsync(show, output => shellSwitch.IsOn?.IsMatch(output) != false, shellSwitch, deadline).ConfigureAwait(false);
    }

    private async ValueTask UntilAsync(string command, Func<string, bool> isDone, ShellSwitch shellSwitch, Deadline deadline)
    {
        for (var attempt = 1; ; attempt++)
        {
            var output = await line.RunAsync(command, Dialog.Empty, deadline).ConfigureAwait(false);
            if (CommandLine.FindError(output, line.Platform.ErrorPatterns) is { } error)
                throw new CommandFailedException(where, command, error, output, line.Terminal.Redactor);
            if (isDone(output))
                return;
            if (attempt == shellSwitch.Attempts || !await deadline.PauseAsync(shellSwitch.Pause).ConfigureAwait(false))
                throw new ModeChangeException($"{where}: the {rules.Mode} is not on after '{command}' was typed {(attempt == 1 ? "once" : $"{attempt} times")}. {FailureText.LastLines(output)}");
        }
    }
}
