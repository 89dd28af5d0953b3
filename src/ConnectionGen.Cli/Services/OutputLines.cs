using ConnectionGen.Cli.Expecting;

namespace ConnectionGen.Cli.Services;

/// <summary>The output of one command in pieces of whole lines, which the screen forgets as they are taken.</summary>
internal sealed class OutputLines(CommandLine line, PromptWait wait, EchoWatch echo)
{
    private readonly Terminal _terminal = line.Terminal;
    private long _next = -1; // behind the last line given, at its line feed; -1 before the output begins
    private bool _isOver;
    private bool _hasGiven;

    /// <summary>Waits for the next lines.</summary>
    /// <returns>One or more lines, without the line feed of the last; null at the end.</returns>
    public async ValueTask<string?> NextAsync(Deadline deadline)
    {
        while (!_isOver)
        {
            _isOver = await wait.NextAsync(deadline).ConfigureAwait(false);
            var end = _isOver ? line.EndOfOutput(wait) : line.EndOfLinesThatStay();
            if (_isOver)
                line.Finish(wait, echo);
            if (Take(end) is { } text)
                return text;
        }

        return null;
    }

    private string? Take(long end)
    {
        if (!_isOver && !echo.IsSettled)
            return null;
        var screen = _terminal.Screen;
        if (_next < 0)
            _next = echo.End;
        // empty lines before the first and after the last are no output; those in between wait for the next that is not empty
        var first = _hasGiven ? _next : screen.SkipLineFeeds(_next, end);
        var last = screen.SkipLineFeedsBack(first, end);
        if (last <= first)
            return null;
        var text = screen.ReadLines(_hasGiven ? first + 1 : first, last);
        (_next, _hasGiven) = (last, true);
        _terminal.ForgetLinesBefore(last);
        return text;
    }
}
