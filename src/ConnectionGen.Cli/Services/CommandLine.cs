using System.Text.RegularExpressions;
using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Platforms;

namespace ConnectionGen.Cli.Services;

/// <summary>A device's command line: runs commands, changes modes, knows in which mode it is.</summary>
internal sealed class CommandLine(Terminal terminal, Platform platform, Func<EnablePasswords> enablePasswords)
{
    private readonly PromptWatch _watch = new(terminal, platform);
    private bool _echoes = true;
    private PromptWait? _unfinished; // of a command that was given up before its prompt came
    private Mode? _left; // to go back to: an operation that was given up began in it

    public Terminal Terminal => terminal;

    public Platform Platform => platform;

    public string? HostName => _watch.HostName;

    /// <summary>The mode at the last prompt; null before the first.</summary>
    public Mode? Mode { get; private set; }

    /// <summary>Waits for the first prompt.</summary>
    /// <param name="questions">What the login may ask.</param>
    /// <param name="nudge">How long the device may be silent before Enter is sent.</param>
    /// <param name="deadline">The limit of the login.</param>
    public async ValueTask FindPromptAsync(Dialog questions, TimeSpan? nudge, Deadline deadline) =>
        Arrive(await new PromptWait(terminal, _watch, questions) { Nudge = nudge }.RunAsync(deadline).ConfigureAwait(false));

    /// <summary>Runs one command.</summary>
    /// <param name="command">One line.</param>
    /// <param name="questions">Questions that the command may ask, beside the platform's.</param>
    /// <param name="deadline">The limit.</param>
    /// <returns>What the device answered, without echo and prompt; lines end in <c>\n</c>, the last one in nothing.</returns>
    public async ValueTask<string> RunAsync(string command, Dialog questions, Deadline deadline)
    {
        await SettleAsync(deadline).ConfigureAwait(false);
        return await TypeAsync(command, isKey: false, questions, deadline).ConfigureAwait(false);
    }

    /// <summary>Changes to a mode, over others where need be; sends nothing if it is there.</summary>
    public async ValueTask GoToAsync(string name, Deadline deadline)
    {
        await SettleAsync(deadline).ConfigureAwait(false);
        await WalkAsync(name, deadline).ConfigureAwait(false);
    }

    /// <summary>Runs an operation of several commands. Where it is given up in the middle, the next one begins in the mode in which this one did.</summary>
    public async ValueTask<T> OperateAsync<T>(Func<ValueTask<T>> operation, Deadline deadline)
    {
        await SettleAsync(deadline).ConfigureAwait(false);
        return await RememberModeAsync(Mode, operation).ConfigureAwait(false);
    }

    /// <summary>Whoever sends and reads by himself sees what a command that was given up has left.</summary>
    public Terminal TakeOver()
    {
        (_unfinished, _left) = (null, null);
        return terminal;
    }

    // What a command that was given up still sends is no answer to the next one.
    private async ValueTask SettleAsync(Deadline deadline)
    {
        if (_unfinished is { HasBegun: true } unfinished)
            Arrive(await unfinished.RunAsync(deadline).ConfigureAwait(false));
        _unfinished = null;

        if (_left is { } mode)
        {
            _left = null;
            if (platform.FindWay(Mode!.Name, mode.Name) is not null)
                await RememberModeAsync(mode, () => WalkAsync(mode.Name, deadline)).ConfigureAwait(false);
        }
    }

    private async ValueTask<T> RememberModeAsync<T>(Mode? mode, Func<ValueTask<T>> operation)
    {
        try
        {
            return await operation().ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or TimeoutException)
        {
            _left = mode;
            throw;
        }
    }

    private async ValueTask<string> TypeAsync(string command, bool isKey, Dialog questions, Deadline deadline)
    {
        deadline.ThrowIfCancelled();
        var screen = terminal.Screen;
        terminal.TakePending();
        terminal.KeepLastLine();
        var echo = new EchoWatch(screen, _watch, command);
        var wait = _unfinished = new PromptWait(terminal, _watch, questions.Then(platform.Questions)) { Command = command, IsKey = isKey, Echo = echo, ExpectsEcho = _echoes };
        var mode = await wait.RunAsync(deadline).ConfigureAwait(false);
        _unfinished = null;
        // a key is shown by no device
        _echoes = isKey ? _echoes : echo.IsSeen;
        var output = Trim(screen, echo.End, _watch.HasLineAbove(mode));
        Arrive(mode);
        return output;
    }

    private async ValueTask<Mode> WalkAsync(string name, Deadline deadline)
    {
        var target = platform.FindMode(name);
        if (Mode == target)
            return target;
        var from = Mode ?? throw new InvalidOperationException("No prompt has been seen yet.");
        var way = platform.FindWay(from.Name, name)
            ?? throw new ModeChangeException($"{terminal.Describe()}: the platform '{platform.Name}' has no way from mode {from} to mode {name}.");
        foreach (var step in way)
            await TakeStepAsync(step, deadline).ConfigureAwait(false);
        return target;
    }

    /// <summary>Leaves the session as somebody would who types: out of inner modes, then logged out.</summary>
    public async ValueTask LeaveAsync(Deadline deadline)
    {
        if (!terminal.IsOpen || platform.LogoutCommand is not { } logout)
            return;
        try
        {
            if (Mode is { } mode && mode.Name == platform.ConfigureMode && _unfinished is null)
                await GoToAsync(platform.CommandMode, deadline).ConfigureAwait(false);
            await terminal.SendLineAsync(logout, deadline.Token).ConfigureAwait(false);
            while (await terminal.FillAsync(deadline).ConfigureAwait(false) == Fill.Data)
                terminal.Forget();
        }
        catch (Exception e) when (e is IOException or TimeoutException or ModeChangeException or OperationCanceledException)
        {
            // the link is closed anyway
        }
    }

    /// <summary>The first text of an answer that means an error; null if there is none.</summary>
    public static string? FindError(string output, IReadOnlyList<Regex> patterns)
    {
        if (output.Length == 0)
            return null;
        foreach (var pattern in patterns)
        {
            if (pattern.Match(output) is { Success: true } match)
                return match.Value;
        }

        return null;
    }

    private async ValueTask TakeStepAsync(ModeTransition step, Deadline deadline)
    {
        var passwords = enablePasswords();
        var dialog = (step.Dialog ?? Dialog.Empty).Then(passwords.Dialog);
        var output = "";
        var (typed, locked) = (0, 0);
        do
        {
            output = await TypeAsync(step.Command, step.IsKey, dialog, deadline).ConfigureAwait(false);
            if (Mode!.Name == step.To)
                return;
            if (step.Lock is { } modeLock && modeLock.Refusal.IsMatch(output) && ++locked < modeLock.Attempts)
                await PauseAsync(modeLock.Pause, step, deadline).ConfigureAwait(false);
            else
                typed++;
        }
        while (typed < step.Repeats && Mode.Name == step.From);

        if (passwords.Asked > 0)
            throw passwords.Refused(terminal, output);
        throw new ModeChangeException($"{terminal.Describe()}: '{ControlText(step.Command)}' in mode {step.From} should lead to mode {step.To}, but the device is in mode {Mode}. "
            + FailureText.LastLines(terminal.Redactor.Redact(output)));
    }

    private async ValueTask PauseAsync(TimeSpan pause, ModeTransition step, Deadline deadline)
    {
        try
        {
            await Task.Delay(pause, terminal.TimeProvider, deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (deadline.EndedWait)
        {
            throw new ModeChangeException($"{terminal.Describe()}: the mode {step.To} is held by another session, also at the end of the limit of {FailureText.Seconds(deadline.Limit)}. {FailureText.LastLines(terminal)}");
        }
    }

    // "\x1a" as people call it: Ctrl-Z
    private static string ControlText(string command) => command is [< ' '] ? $"Ctrl-{(char)(command[0] + '@')}" : command;

    private void Arrive(Mode mode)
    {
        _watch.Learn(mode);
        Mode = mode;
        terminal.Mode = mode.Name;
    }

    private static string Trim(Screens.Screen screen, long from, bool withoutLineAbove)
    {
        var to = screen.FinishedLength - (withoutLineAbove ? screen.LineAbove.Length + 1 : 0);
        if (from >= to)
            return "";
        var (first, last) = screen.TrimLineFeeds(from, to);
        return screen.ReadLines(first, last);
    }
}
