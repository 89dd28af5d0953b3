using System.Globalization;
using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Platforms;

namespace ConnectionGen.Cli.Services;

/// <summary>Changes a configuration: enters the mode for it, types the lines, takes them over where the platform wants that, and leaves the mode.</summary>
internal sealed class Configuration(CommandLine line, string where)
{
    private readonly Platform _platform = line.Platform;
    private readonly List<string> _outputs = [];

    /// <summary>Types the lines.</summary>
    /// <param name="commands">The lines; with a commit there may be none.</param>
    /// <param name="options">How to take them over; null for what is usual on the platform.</param>
    /// <param name="deadline">The limit of it all.</param>
    /// <returns>What the device answered.</returns>
    public async ValueTask<string> RunAsync(IReadOnlyList<string> commands, CommitOptions? options, Deadline deadline)
    {
        var mode = _platform.ConfigureMode
            ?? throw new ModeChangeException($"{where}: the platform '{_platform.Name}' has no configuration mode.");
        var rules = options is not null || _platform.Commit is { IsUsual: true } ? _platform.Commit : null;
        var commit = rules is null && options is null ? null : CommitCommand(options ?? new CommitOptions());
        var alone = options is { Exclusive: true } ? rules!.Exclusive ?? throw Unsupported("no configuration that one user has alone") : null;
        if (alone is null)
            await line.GoToAsync(rules?.Mode ?? mode, deadline).ConfigureAwait(false);
        else
            await line.TakeAsync(alone, deadline).ConfigureAwait(false);
        foreach (var command in commands)
            await TypeAsync(command, Dialog.Empty, [], rules, deadline).ConfigureAwait(false);
        if (commit is not null)
            await TypeAsync(commit, rules!.Questions, rules.ErrorPatterns, rules, deadline).ConfigureAwait(false);
        await line.GoToAsync(_platform.CommandMode, deadline).ConfigureAwait(false);
        return string.Join('\n', _outputs);
    }

    private async ValueTask TypeAsync(string command, Dialog questions, IReadOnlyList<System.Text.RegularExpressions.Regex> moreErrors, CommitRules? rules, Deadline deadline)
    {
        var output = await line.RunAsync(command, questions, deadline).ConfigureAwait(false);
        if (output.Length > 0)
            _outputs.Add(output);
        if ((CommandLine.FindError(output, moreErrors) ?? CommandLine.FindError(output, _platform.ConfigureErrorPatterns)) is not { } error)
            return;
        if (rules is not null)
            await AbandonAsync(rules, isCommit: moreErrors.Count > 0, deadline).ConfigureAwait(false);
        await LeaveAsync(deadline).ConfigureAwait(false);
        throw new CommandFailedException(where, command, error, string.Join('\n', _outputs));
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
}
