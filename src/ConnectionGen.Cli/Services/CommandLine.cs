using System.Text.RegularExpressions;
using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Platforms;

namespace ConnectionGen.Cli.Services;

/// <summary>A device's command line: runs commands, changes modes, knows in which mode it is.</summary>
internal sealed partial class CommandLine(
    Terminal terminal, Platform platform, Func<EnablePasswords> enablePasswords, Func<string?>? sudoPassword = null, params IReadOnlyList<string> names)
{
    private readonly PromptWatch _watch = new(terminal, platform, names);
    private bool _echoes = true;
    private PromptWait? _unfinished; // of a command that was given up before its prompt came
    private long? _usedTo; // of the text on the screen, by the last command
    private Mode? _left; // to go back to: an operation that was given up began in it

    public Terminal Terminal => terminal;

    public Platform Platform => platform;

    public string? HostName => _watch.HostName;

    /// <summary>True to type what may bring a prompt back that has not come in time.</summary>
    public bool RecoversPrompt { get; set; }

    /// <summary>The mode at the last prompt; null before the first.</summary>
    public Mode? Mode { get; private set; }

    /// <summary>Waits for the first prompt.</summary>
    /// <param name="questions">What the login may ask.</param>
    /// <param name="nudge">How long the device may be silent before Enter is sent.</param>
    /// <param name="deadline">The limit of the login.</param>
    public async ValueTask FindPromptAsync(Dialog questions, TimeSpan? nudge, Deadline deadline)
    {
        var wait = new PromptWait(terminal, _watch, questions) { Nudge = nudge };
        // a statement that ends a dialog ends no login
        do
            await wait.RunAsync(deadline).ConfigureAwait(false);
        while (wait.Mode is null);
        Arrive(wait.Mode);
    }

    /// <summary>Runs one command.</summary>
    /// <param name="command">One line.</param>
    /// <param name="questions">Questions that the command may ask, beside the platform's.</param>
    /// <param name="deadline">The limit.</param>
    /// <param name="mayCloseLink">True if the command may end the session.</param>
    /// <returns>What the device answered, without echo and prompt; lines end in <c>\n</c>, the last one in nothing.</returns>
    public ValueTask<string> RunAsync(string command, Dialog questions, Deadline deadline, bool mayCloseLink = false) =>
        RunAsync(command, questions, new CommandWait { MayCloseLink = mayCloseLink }, deadline);

    /// <summary>Runs one command whose end is waited for in another way.</summary>
    public async ValueTask<string> RunAsync(string command, Dialog questions, CommandWait kind, Deadline deadline)
    {
        await SettleAsync(deadline).ConfigureAwait(false);
        return await TypeAsync(command, kind, questions, deadline).ConfigureAwait(false);
    }

    /// <summary>Runs one command whose output is taken in pieces.</summary>
    public async ValueTask<OutputLines> BeginLinesAsync(string command, Dialog questions, Deadline deadline, bool mayCloseLink)
    {
        await SettleAsync(deadline).ConfigureAwait(false);
        var (wait, echo) = Prepare(command, new CommandWait { MayCloseLink = mayCloseLink }, questions, deadline);
        return new OutputLines(this, wait, echo);
    }

    /// <summary>Changes to a mode, over others where need be; sends nothing if it is there.</summary>
    /// <param name="name">The mode's name.</param>
    /// <param name="deadline">The limit.</param>
    /// <param name="patience">Changes how long to wait for a mode that another session holds; null for the platform's way.</param>
    public async ValueTask GoToAsync(string name, Deadline deadline, Func<ModeLock, ModeLock>? patience = null)
    {
        await SettleAsync(deadline).ConfigureAwait(false);
        await WalkAsync(name, deadline, patience).ConfigureAwait(false);
    }

    /// <summary>Changes the mode in one way of several, from the mode in which it begins.</summary>
    public async ValueTask TakeAsync(ModeTransition step, Deadline deadline)
    {
        await GoToAsync(step.From, deadline).ConfigureAwait(false);
        await TakeStepAsync(step, deadline).ConfigureAwait(false);
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
        if (_usedTo is { } used && _unfinished is null)
            terminal.Use(used);
        (_unfinished, _left, _usedTo) = (null, null, null);
        return terminal;
    }

    /// <summary>The command has come to its end.</summary>
    public void Finish(PromptWait wait, EchoWatch echo)
    {
        _unfinished = null;
        _usedTo = wait.MatchedTo ?? terminal.Screen.FinishedLength + terminal.Screen.LastLine.Length;
        // a key is shown by no device
        _echoes = wait.IsKey ? _echoes : echo.IsSeen;
        if (wait.Mode is { } mode)
            Arrive(mode);
    }

    /// <summary>Where the output of a command that has come to its end has its own.</summary>
    public long EndOfOutput(PromptWait wait)
    {
        var screen = terminal.Screen;
        if (wait.MatchedTo is { } end)
            return end;
        return wait.Mode is { } mode && _watch.HasLineAbove(mode) ? BeforeLineAbove(screen) : screen.FinishedLength;
    }

    /// <summary>Where the lines end that belong to no prompt that is still to come.</summary>
    public long EndOfLinesThatStay() =>
        platform.Modes.Any(static mode => mode.LineAbove is not null) && terminal.Screen.FinishedLength > terminal.Screen.FinishedStart
            ? BeforeLineAbove(terminal.Screen)
            : terminal.Screen.FinishedLength;

    // What a command that was given up still sends is no answer to the next one.
    private async ValueTask SettleAsync(Deadline deadline)
    {
        if (_unfinished is { HasBegun: true } unfinished)
            await SettleAsync(unfinished, deadline).ConfigureAwait(false);
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

    private async ValueTask SettleAsync(PromptWait unfinished, Deadline deadline)
    {
        for (unfinished.Resume(); !await unfinished.NextAsync(deadline).ConfigureAwait(false);)
            terminal.ForgetLinesBefore(EndOfLinesThatStay());
        if (unfinished.Mode is { } mode)
            Arrive(mode);
    }

    private async ValueTask<string> TypeAsync(string command, CommandWait kind, Dialog questions, Deadline deadline)
    {
        var (wait, echo) = Prepare(command, kind, questions, deadline);
        await WaitAsync(wait, deadline).ConfigureAwait(false);
        var output = ReadOutput(terminal.Screen, echo.End, EndOfOutput(wait));
        Finish(wait, echo);
        return output;
    }

    private (PromptWait Wait, EchoWatch Echo) Prepare(string command, CommandWait kind, Dialog questions, Deadline deadline)
    {
        deadline.ThrowIfCancelled();
        terminal.TakePending();
        terminal.KeepLastLine();
        _usedTo = null;
        var echo = new EchoWatch(terminal.Screen, _watch, kind.Lines > 1 ? command[(command.LastIndexOf(terminal.Enter, StringComparison.Ordinal) + terminal.Enter.Length)..] : command, kind.Lines);
        _unfinished = new PromptWait(terminal, _watch, questions.Then(SudoPassword.Answer(platform, sudoPassword)).Then(platform.Questions))
        {
            Command = command, IsKey = kind.IsKey, Echo = echo, ExpectsEcho = _echoes, MayCloseLink = kind.MayCloseLink, Heard = kind.Heard, Nudge = kind.Nudge,
        };
        return (_unfinished, echo);
    }

    private async ValueTask<Mode> WalkAsync(string name, Deadline deadline, Func<ModeLock, ModeLock>? patience = null)
    {
        var target = platform.Modes.FirstOrDefault(mode => mode.Name == name)
            ?? throw new ModeChangeException($"{terminal.Describe()}: the platform '{platform.Name}' has no mode '{name}'. It has: {string.Join(", ", platform.Modes)}.");
        if (Mode == target)
            return target;
        var from = Mode ?? throw new InvalidOperationException("No prompt has been seen yet.");
        var way = platform.FindWay(from.Name, name)
            ?? throw new ModeChangeException($"{terminal.Describe()}: the platform '{platform.Name}' has no way from mode {from} to mode {name}.");
        foreach (var step in way)
            await TakeStepAsync(step.Lock is { } modeLock && patience is not null ? step with { Lock = patience(modeLock) } : step, deadline).ConfigureAwait(false);
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

    /// <summary>All texts of an answer that mean an error, in the order in which they stand there; of several patterns that find one place the first counts.</summary>
    public static IReadOnlyList<string> FindErrors(string output, IReadOnlyList<Regex> patterns) =>
        [.. patterns.SelectMany(pattern => pattern.Matches(output)).DistinctBy(static match => match.Index).OrderBy(static match => match.Index).Select(static match => match.Value.Trim())];

    private async ValueTask TakeStepAsync(ModeTransition step, Deadline deadline)
    {
        var passwords = enablePasswords();
        var dialog = (step.Dialog ?? Dialog.Empty).Then(passwords.Dialog);
        var output = "";
        var (typed, locked) = (0, 0);
        do
        {
            output = await TypeAsync(step.Command, new CommandWait { IsKey = step.IsKey }, dialog, deadline).ConfigureAwait(false);
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
        if (locked > 0)
            throw new ConfigurationLockedException($"{terminal.Describe()}: the mode {step.To} is held by another session after {(locked == 1 ? "one attempt" : $"{locked} attempts")}. {FailureText.LastLines(terminal.Redactor.Redact(output))}");
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
            throw new ConfigurationLockedException($"{terminal.Describe()}: the mode {step.To} is held by another session, also at the end of the limit of {FailureText.Seconds(deadline.Limit)}. {FailureText.LastLines(terminal)}");
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

    private static long BeforeLineAbove(Screens.Screen screen) => screen.FinishedLength - screen.LineAbove.Length - 1;

    private static string ReadOutput(Screens.Screen screen, long from, long to)
    {
        if (from >= to)
            return "";
        var (first, last) = screen.TrimLineFeeds(from, to);
        return screen.ReadLines(first, last);
    }
}
