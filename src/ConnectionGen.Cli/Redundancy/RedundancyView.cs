using System.Text.RegularExpressions;
using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Platforms;
using ConnectionGen.Cli.Services;

namespace ConnectionGen.Cli.Redundancy;

/// <summary>Reads the state of two supervisors, once or until the standby is ready.</summary>
internal sealed class RedundancyView(CommandLine line, string where)
{
    private readonly RedundancyRules _rules = line.Platform.Redundancy
        ?? throw PlatformSupport.Missing(where, line.Platform, "redundancy", static platform => platform.Redundancy is not null);

    public async ValueTask<RedundancyStatus> ReadAsync(Deadline deadline)
    {
        await line.GoToAsync(line.Platform.CommandMode, deadline).ConfigureAwait(false);
        var text = await line.RunAsync(_rules.Show, Dialog.Empty, deadline).ConfigureAwait(false);
        return CommandLine.FindError(text, line.Platform.ErrorPatterns) is { } error
            ? throw new CommandFailedException(where, _rules.Show, error, text, line.Terminal.Redactor)
            : new RedundancyStatus(Group(_rules.Mode, text, "mode"), Group(_rules.Own, text, "state"), Group(_rules.Peer, text, "state"), _rules.Ready.IsMatch(text), text);
    }

    /// <summary>Looks again and again; at least once.</summary>
    public async ValueTask<RedundancyStatus> WaitForStandbyAsync(TimeSpan pause, Deadline deadline)
    {
        while (true)
        {
            var status = await ReadAsync(deadline).ConfigureAwait(false);
            if (status.IsStandbyReady)
                return status;
            if (!await deadline.PauseAsync(pause).ConfigureAwait(false))
                throw NotReady($"is not ready within {FailureText.Seconds(deadline.Limit)}", status);
        }
    }

    public StandbyNotReadyException NotReady(string how, RedundancyStatus status) =>
        new($"{where}: the standby supervisor {how}: {(status.Peer is { } peer ? $"its state is '{peer}'" : "the device shows none")}.", status);

    private static string? Group(Regex? pattern, string text, string group) => pattern?.Match(text) is { Success: true } match ? match.Groups[group].Value : null;
}
