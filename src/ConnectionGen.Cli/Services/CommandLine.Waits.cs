using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Expecting;

namespace ConnectionGen.Cli.Services;

/// <content>Commands whose end is not that of a usual one.</content>
internal sealed partial class CommandLine
{
    private static readonly TimeSpan s_interrupt = TimeSpan.FromSeconds(1);

    /// <summary>Types several lines at once; the echo of the last one, which stands nowhere else, tells the end.</summary>
    /// <returns>All that the device shows meanwhile, echoes included.</returns>
    public async ValueTask<string> RunLinesAsync(IReadOnlyList<string> lines, Dialog questions, Deadline deadline)
    {
        await SettleAsync(deadline).ConfigureAwait(false);
        var (wait, echo) = Prepare(string.Join(terminal.Enter, lines), new CommandWait { Lines = lines.Count }, questions, deadline);
        var start = terminal.Screen.FinishedLength;
        await wait.RunAsync(deadline).ConfigureAwait(false);
        var output = ReadOutput(terminal.Screen, start, EndOfOutput(wait));
        Finish(wait, echo);
        return output;
    }

    /// <summary>Runs one command that goes on by itself: where it is given up, a key ends it, so that the next one need not wait for its end.</summary>
    public async ValueTask<string> RunUntilInterruptedAsync(string command, Dialog questions, string interrupt, Deadline deadline, Action? heard = null)
    {
        try
        {
            return await RunAsync(command, questions, new CommandWait { Heard = heard }, deadline).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not LinkClosedException)
        {
            await InterruptAsync(interrupt).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Waits on at a prompt until the device has been silent for a time: what it did may only begin. Ends, too, with the link.</summary>
    /// <returns>What came meanwhile.</returns>
    public async ValueTask<string> WaitForQuietAsync(Dialog questions, TimeSpan quiet, Deadline deadline)
    {
        var screen = terminal.Screen;
        var start = screen.FinishedLength;
        // what was answered once is not looked at again
        for (var since = start; await terminal.FillWithinAsync(quiet, deadline).ConfigureAwait(false) == Fill.Data; since = screen.FinishedLength)
        {
            var wait = new PromptWait(terminal, _watch, questions.Then(platform.Questions)) { Since = since, Nudge = quiet, MayCloseLink = true };
            do
                await wait.RunAsync(deadline).ConfigureAwait(false);
            while (wait.Mode is null && terminal.IsOpen);
            if (wait.Mode is { } mode)
                Arrive(mode);
        }

        return ReadOutput(screen, start, screen.FinishedLength);
    }

    private async ValueTask InterruptAsync(string key)
    {
        if (_unfinished is not { HasBegun: true } || !terminal.IsOpen)
            return;
        using var deadline = new Deadline(terminal.TimeProvider, s_interrupt, CancellationToken.None);
        try
        {
            await terminal.SendAsync(key, deadline.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // why the command was given up is the better message
        }
    }
}
