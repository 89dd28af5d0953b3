using System.Text;
using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Platforms;

namespace ConnectionGen.Cli.Services;

/// <summary>
/// Waits for a prompt, answering questions on the way. A line that was a prompt before ends the wait at once; one that only looks like a prompt
/// ends it when the device has been quiet for a moment.
/// </summary>
internal sealed class PromptWait(Terminal terminal, PromptWatch watch, Dialog questions)
{
    private static readonly TimeSpan s_quietForPossible = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan s_quietForName = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_longestQuiet = TimeSpan.FromSeconds(4);

    private readonly bool _looksAtEachLine = questions.Any(static statement => statement.Question.Scope != PatternScope.LastLine);
    private long _answered;
    private long _scanned;
    private TimeSpan? _nudge;
    private TimeSpan _quietAfterMessage = TimeSpan.FromSeconds(1);
    private bool _isResumed;
    private bool _hasCome; // something, since it has begun
    private bool _looksFirst; // at what came before it was given up
    private bool _hasEnded; // by a statement
    private bool _mayAsk; // for the prompt, where nothing comes

    /// <summary>The echo that has to come first; null where nothing was typed.</summary>
    public EchoWatch? Echo { get; init; }

    /// <summary>What to type first; null for nothing.</summary>
    public string? Command { get; init; }

    /// <summary>True for a key that acts without Enter.</summary>
    public bool IsKey { get; init; }

    /// <summary>False for a device that is known not to repeat what is typed.</summary>
    public bool ExpectsEcho { get; init; } = true;

    /// <summary>How long the device may be silent before Enter is sent to it; null for never.</summary>
    public TimeSpan? Nudge { get; init; }

    /// <summary>True if the end of the link ends the wait like a prompt.</summary>
    public bool MayCloseLink { get; init; }

    /// <summary>Where what has come begins that nobody has looked at; null where the wait begins with what is still to come.</summary>
    public long? Since { get; init; }

    /// <summary>Is called when something has come; null for nobody.</summary>
    public Action? Heard { get; init; }

    /// <summary>True once the command was typed.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>The mode of the prompt that has ended the wait; null where a statement or the end of the link has.</summary>
    public Mode? Mode { get; private set; }

    /// <summary>Where a statement has ended the wait, the end of the line that it matched; null where nothing behind it has come.</summary>
    public long? MatchedTo { get; private set; }

    // for messages alone
    private TextPattern[] Awaited => [.. watch.Patterns, .. questions.Select(static statement => statement.Question)];

    /// <summary>Waits; after a wait that was given up, goes on with it.</summary>
    public async ValueTask RunAsync(Deadline deadline)
    {
        try
        {
            await BeginAsync(deadline).ConfigureAwait(false);
            bool isOver;
            do
                isOver = await StepAsync(deadline).ConfigureAwait(false);
            while (!isOver);
        }
        catch (OperationCanceledException) when (deadline.EndedWait)
        {
            // the deadline passed while something was sent
            throw NotInTime(deadline);
        }
    }

    /// <summary>Goes on with a wait that was given up: what had come by then is looked at first.</summary>
    public void Resume() => (_isResumed, _looksFirst, _hasEnded) = (true, _hasCome, false);

    /// <summary>Waits for the next piece of output alone.</summary>
    /// <returns>True at the end of the wait.</returns>
    public async ValueTask<bool> NextAsync(Deadline deadline)
    {
        try
        {
            if (!HasBegun)
                await BeginAsync(deadline).ConfigureAwait(false);
            return await StepAsync(deadline).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (deadline.EndedWait)
        {
            // the deadline passed while something was sent
            throw NotInTime(deadline);
        }
    }

    // Reads once, and looks at what has come. True at the end.
    private async ValueTask<bool> StepAsync(Deadline deadline)
    {
        var fill = _looksFirst ? Fill.Data : await FillAsync(deadline).ConfigureAwait(false);
        _looksFirst = false;
        while (fill == Fill.Data)
        {
            _hasCome = true;
            Heard?.Invoke();
            Echo?.Look();
            if (await AnswerAsync(deadline).ConfigureAwait(false))
                return _hasEnded;
            if (watch.Look() is not { } sighting)
                return false;
            var quiet = QuietBefore(sighting);
            if (quiet == TimeSpan.Zero || (fill = await terminal.FillWithinAsync(quiet, deadline).ConfigureAwait(false)) == Fill.TimedOut)
            {
                Mode = sighting.Mode;
                return true;
            }
        }

        if (fill == Fill.Closed)
            return MayCloseLink ? EndWithLink() : throw LinkClosedException.While(terminal, Awaited);
        if (!_mayAsk)
            throw NotInTime(deadline);
        await AskForPromptAsync(deadline).ConfigureAwait(false);
        return false;
    }

    private bool EndWithLink()
    {
        if (!terminal.Screen.LastLine.IsEmpty)
            terminal.Screen.Write("\n"u8);
        return true;
    }

    // A console says nothing until somebody presses Enter; a device that prints a message at its prompt may leave it at that, also at the next one.
    private async ValueTask AskForPromptAsync(Deadline deadline)
    {
        await terminal.SendLineAsync("", deadline.Token).ConfigureAwait(false);
        if (Nudge is null)
            (_nudge, _quietAfterMessage) = (null, _quietAfterMessage < s_longestQuiet ? _quietAfterMessage * 2 : s_longestQuiet);
        else
            _nudge *= 2;
        Echo?.LookAgain();
    }

    private async ValueTask BeginAsync(Deadline deadline)
    {
        if (HasBegun)
        {
            Resume();
            return;
        }

        _nudge = Nudge;
        _looksFirst = Since is not null;
        _scanned = _answered = Since ?? terminal.Screen.FinishedLength;
        if (Command is not null && IsKey)
            await terminal.SendAsync(Command, deadline.Token).ConfigureAwait(false);
        else if (Command is not null)
            await terminal.SendLineAsync(Command, deadline.Token).ConfigureAwait(false);
        HasBegun = true;
    }

    private ExpectTimeoutException NotInTime(Deadline deadline) =>
        ExpectTimeoutException.For(terminal, Awaited, deadline.Limit, _isResumed ? $" The command before, '{Command}', was given up and has not come to its end." : "");

    private ValueTask<Fill> FillAsync(Deadline deadline)
    {
        if (_nudge is null && Echo is { HasPromptBehind: true })
            _nudge = _quietAfterMessage;
        var left = deadline.Left;
        _mayAsk = _nudge is { } patience && (left == Timeout.InfiniteTimeSpan || patience < left);
        return _mayAsk ? terminal.FillWithinAsync(_nudge!.Value, deadline) : terminal.FillAsync(deadline);
    }

    private TimeSpan QuietBefore(PromptWatch.Sighting sighting)
    {
        if (Echo is { IsSeen: false } && ExpectsEcho)
            return s_quietForPossible;
        return sighting.Certainty switch
        {
            PromptWatch.Certainty.Known => terminal.LastLineCameWhole ? TimeSpan.Zero : Terminal.QuietForPieces,
            PromptWatch.Certainty.HasName => s_quietForName,
            _ => s_quietForPossible,
        };
    }

    // True if something was answered, so that the prompt is still to come unless the dialog has ended.
    private async ValueTask<bool> AnswerAsync(Deadline deadline)
    {
        if (_looksAtEachLine && await AnswerFinishedLinesAsync(deadline).ConfigureAwait(false))
            return true;
        var screen = terminal.Screen;
        foreach (var statement in questions)
        {
            var start = terminal.Searcher.MatchLastLine(statement.Question.Regex, out var length);
            if (start < 0 || screen.FinishedLength + start < _answered)
                continue;
            var match = new TextMatch(statement.Question, 0, "", Encoding.UTF8.GetString(screen.LastLine.Slice(start, length)));
            _answered = screen.FinishedLength + screen.LastLine.Length;
            await statement.Answer(terminal, match, deadline.Token).ConfigureAwait(false);
            _hasEnded = statement.Ends;
            return true;
        }

        return false;
    }

    // True if one of them has ended the dialog.
    private async ValueTask<bool> AnswerFinishedLinesAsync(Deadline deadline)
    {
        var screen = terminal.Screen;
        while (_scanned < screen.FinishedLength)
        {
            var bytes = screen.FinishedFrom(_scanned);
            var end = bytes.IndexOf((byte)'\n');
            var line = Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]);
            _scanned += (end < 0 ? bytes.Length : end) + 1;
            foreach (var statement in questions)
            {
                if (statement.Question.Scope == PatternScope.LastLine || statement.Question.Regex.Match(line) is not { Success: true } found)
                    continue;
                await statement.Answer(terminal, new TextMatch(statement.Question, 0, "", found.Value), deadline.Token).ConfigureAwait(false);
                if (!statement.Ends)
                    break;
                (_hasEnded, MatchedTo) = (true, _scanned);
                return true;
            }
        }

        return false;
    }
}
