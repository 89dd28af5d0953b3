using System.Globalization;
using System.Text.RegularExpressions;
using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Platforms;
using static ConnectionGen.Cli.Expecting.PatternLimits;

namespace ConnectionGen.Cli.Services;

/// <summary>Changes a configuration: enters the mode for it, types the lines, takes them over where the platform wants that, and leaves the mode.</summary>
internal sealed partial class Configuration(CommandLine line, string where)
{
    private const string EndOfLines = " end of the lines that were typed at once";

    private readonly Platform _platform = line.Platform;
    private readonly List<string> _outputs = [];

    /// <summary>Types the lines.</summary>
    /// <param name="commands">The lines; with a commit there may be none.</param>
    /// <param name="commit">How to take them over; null for what is usual on the platform.</param>
    /// <param name="options">How to type them.</param>
    /// <param name="deadline">The limit of it all.</param>
    /// <returns>What the device answered.</returns>
    public async ValueTask<string> RunAsync(IReadOnlyList<string> commands, CommitOptions? commit, ConfigureOptions options, Deadline deadline)
    {
        var mode = _platform.ConfigureMode
            ?? throw new ModeChangeException($"{where}: the platform '{_platform.Name}' has no configuration mode.");
        var rules = commit is not null || _platform.Commit is { IsUsual: true } ? _platform.Commit : null;
        var commitLine = rules is null && commit is null ? null : CommitCommand(commit ?? new CommitOptions());
        var alone = commit is { Exclusive: true } ? rules!.Exclusive ?? throw Unsupported("no configuration that one user has alone") : null;
        if (options.LinesAtOnce != 1 && _platform.ConfigureComment is null)
            throw Unsupported("no comment that could tell the end of lines that are typed at once");
        await EnterAsync(rules?.Mode ?? mode, alone, options, deadline).ConfigureAwait(false);
        foreach (var block in LineBlocks.Of(commands, options.LinesAtOnce))
        {
            await EnterAsync(rules?.Mode ?? mode, alone, options, deadline).ConfigureAwait(false);
            await TypeBlockAsync(block, rules, options, deadline).ConfigureAwait(false);
        }

        if (commitLine is not null)
        {
            await EnterAsync(rules!.Mode ?? mode, alone, options, deadline).ConfigureAwait(false);
            await TypeAsync(commitLine, rules.Questions, [.. rules.ErrorPatterns, .. options.ErrorsOf(_platform)], rules, isCommit: true, deadline).ConfigureAwait(false);
        }

        await line.GoToAsync(_platform.CommandMode, deadline).ConfigureAwait(false);
        return string.Join('\n', _outputs);
    }

    // A line such as "end" leaves the mode, and others may follow.
    private async ValueTask EnterAsync(string mode, ModeTransition? alone, ConfigureOptions options, Deadline deadline)
    {
        if (alone is null)
            await line.GoToAsync(mode, deadline, options.Patient).ConfigureAwait(false);
        else if (line.Mode?.Name != alone.To)
            await line.TakeAsync(alone.Lock is { } modeLock ? alone with { Lock = options.Patient(modeLock) } : alone, deadline).ConfigureAwait(false);
    }

    private async ValueTask TypeBlockAsync(IReadOnlyList<string> block, CommitRules? rules, ConfigureOptions options, Deadline deadline)
    {
        var before = line.Mode;
        var isBanner = LineBlocks.IsBanner(block);
        if (isBanner || options.LinesAtOnce != 1)
            await TypeAtOnceAsync(block, isBanner ? block : [.. block, _platform.ConfigureComment + EndOfLines], rules, options, deadline).ConfigureAwait(false);
        else
            await TypeAsync(block[0], options.Reply, options.ErrorsOf(_platform), rules, isCommit: false, deadline).ConfigureAwait(false);
        if (line.Mode is not { } after || after == before || (after.Name == _platform.CommandMode && Leaves().IsMatch(block[^1])))
            return;
        await LeaveAsync(deadline).ConfigureAwait(false);
        throw new ModeChangeException($"{where}: '{block[^1]}' should be a line of the configuration, but it led from mode {before} to mode {after}. Lines behind it were not typed.");
    }

    private async ValueTask TypeAsync(string command, Dialog questions, IReadOnlyList<Regex> errors, CommitRules? rules, bool isCommit, Deadline deadline)
    {
        var output = await line.RunAsync(command, questions, deadline).ConfigureAwait(false);
        if (output.Length > 0)
            _outputs.Add(output);
        if (CommandLine.FindError(output, errors) is { } error)
            await FailAsync(command, error, rules, isCommit, deadline).ConfigureAwait(false);
    }

    private async ValueTask TypeAtOnceAsync(IReadOnlyList<string> block, IReadOnlyList<string> typed, CommitRules? rules, ConfigureOptions options, Deadline deadline)
    {
        var output = await line.RunLinesAsync(typed, options.Reply, deadline).ConfigureAwait(false);
        _outputs.Add(output);
        if (CommandLine.FindError(output, options.ErrorsOf(_platform)) is { } error)
            await FailAsync(LineBefore(output, error, block), error, rules, isCommit: false, deadline).ConfigureAwait(false);
    }

    // The last of the lines whose echo stands before the error.
    private static string LineBefore(string output, string error, IReadOnlyList<string> block)
    {
        var (found, next) = (block[0], 0);
        foreach (var shown in output[..output.IndexOf(error, StringComparison.Ordinal)].Split('\n'))
        {
            if (next < block.Count && shown.EndsWith(block[next].Trim(), StringComparison.Ordinal))
                found = block[next++];
        }

        return found;
    }

    private async ValueTask FailAsync(string command, string error, CommitRules? rules, bool isCommit, Deadline deadline)
    {
        if (rules is not null && line.Mode?.Name != _platform.CommandMode)
            await AbandonAsync(rules, isCommit, deadline).ConfigureAwait(false);
        await LeaveAsync(deadline).ConfigureAwait(false);
        throw new CommandFailedException(where, command, error, string.Join('\n', _outputs), line.Terminal.Redactor);
    }

    // Whatever the device answers now: what went wrong before is what the caller has to know.
    private async ValueTask AbandonAsync(CommitRules rules, bool isCommit, Deadline deadline)
    {
        if (isCommit && rules.Explain is { } explain && await line.RunAsync(explain, Dialog.Empty, deadline).ConfigureAwait(false) is { Length: > 0 } explanation)
            _outputs.Add(explanation);
        foreach (var command in rules.Abandon)
            await line.RunAsync(command, Dialog.Empty, deadline).ConfigureAwait(false);
    }

    private async ValueTask LeaveAsync(Deadline deadline)
    {
        try
        {
            await line.GoToAsync(_platform.CommandMode, deadline).ConfigureAwait(false);
        }
        catch (ModeChangeException)
        {
            // the line that was refused is the better message
        }
    }

    private string CommitCommand(CommitOptions options)
    {
        if (_platform.Commit is not { } rules)
            throw Unsupported("no commit: each line is taken over at once");
        var words = new List<string> { options.Confirm ? rules.Accept ?? rules.Command : rules.Command };
        if (options.Force)
            words.Add(rules.Force ?? throw Unsupported("no forced commit"));
        if (options.BestEffort)
            words.Add(rules.BestEffort ?? throw Unsupported("no commit that leaves out what cannot be taken over"));
        if (options.Replace)
            words.Add(rules.Replace ?? throw Unsupported("no commit that replaces the whole configuration"));
        if (options.ConfirmWithin is { } time)
            words.Add(Confirmed(rules.Confirmed ?? throw Unsupported("no commit that has to be confirmed"), time));
        if (options.Comment is { } comment)
            words.Add(Commented(rules.Comment ?? throw Unsupported("no comment with a commit"), comment));
        return string.Join(' ', words);
    }

    private static string Confirmed(string words, TimeSpan time)
    {
        if (time < TimeSpan.FromMinutes(1) || time.Ticks % TimeSpan.TicksPerMinute != 0)
            throw new ArgumentException($"{nameof(CommitOptions.ConfirmWithin)} is whole minutes, at least one; {time} was given.", nameof(time));
        return words
            .Replace("{minutes}", ((long)time.TotalMinutes).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{time}", string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time.Minutes:00}:00"), StringComparison.Ordinal);
    }

    private static string Commented(string words, string comment)
    {
        // a quote or a line end would become part of the command
        if (comment.AsSpan().ContainsAny('\r', '\n', '"'))
            throw new ArgumentException($"{nameof(CommitOptions.Comment)} is one line without quotes.", nameof(comment));
        return words.Replace("{text}", comment, StringComparison.Ordinal);
    }

    private NotSupportedException Unsupported(string what) => new($"{where}: the platform '{_platform.Name}' knows {what}.");

    [GeneratedRegex(@"^\s*(?:end|exit\b.*|quit\b.*|abort|return|commit\b.*|\x1a)\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex Leaves();
}
