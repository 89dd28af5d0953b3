using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Platforms;
using ConnectionGen.Cli.Services;
using static ConnectionGen.Cli.Expecting.PatternLimits;

namespace ConnectionGen.Cli.Reachability;

/// <summary>Pings from a device's command line: by its line, or by its dialog for what the line does not know.</summary>
internal sealed partial class Ping(CommandLine line, string where)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_usualWait = TimeSpan.FromSeconds(2);

    private readonly Platform _platform = line.Platform;

    /// <summary>How much longer than other commands it may take.</summary>
    public static TimeSpan LimitOf(PingOptions options, PingRules? rules) =>
        (options.Count ?? rules?.UsualCount ?? 5) * ((options.Wait ?? s_usualWait) + (rules?.IsEndless == true ? s_pause : TimeSpan.Zero));

    public async ValueTask<PingResult> RunAsync(string address, PingOptions options, Deadline deadline)
    {
        var rules = _platform.Ping ?? throw PlatformSupport.Missing(where, _platform, "ping", static platform => platform.Ping is not null);
        address = LineWords.Checked(address, "address");
        if (options.Count is { } number)
            LineWords.Positive(number, "count");
        var (command, dialog) = CommandOf(rules, address, options);
        var text = rules.IsEndless
            ? await RunEndlessAsync(command, options, rules, deadline).ConfigureAwait(false)
            : await line.RunUntilInterruptedAsync(command, dialog, rules.Interrupt, deadline).ConfigureAwait(false);
        if (CommandLine.FindError(text, rules.ErrorPatterns) is { } error)
            throw new CommandFailedException(where, command, error, text, line.Terminal.Redactor);
        if (PingText.Read(address, text) is not { } result)
            throw CommandLine.FindError(text, _platform.ErrorPatterns) is { } refused ? new CommandFailedException(where, command, refused, text, line.Terminal.Redactor) : PingFailedException.NoResult(where, command, text);
        return result.Received > 0 || options.MayFail ? result : throw PingFailedException.NoReply(where, result);
    }

    private (string Command, Dialog Dialog) CommandOf(PingRules rules, string address, PingOptions options)
    {
        var vrf = VrfOf(rules, options);
        var words = new LineWords(asked => new NotSupportedException($"{where}: the platform '{_platform.Name}' knows no {asked} of a ping."));
        words.Add("count", rules.Count, rules.IsEndless ? null : options.Count ?? rules.UsualCount);
        words.Add("size", rules.Size, options.Size);
        words.Add("time to wait for a reply", rules.Wait, options.Wait);
        words.Add("source", rules.Source, options.Source);
        words.Add("time to live", rules.TimeToLive, options.TimeToLive);
        words.Add("type of service", rules.TypeOfService, options.TypeOfService);
        words.Add("DSCP value", rules.Dscp, options.Dscp);
        words.Add("bit that forbids fragments", rules.DontFragment, options.DontFragment);
        words.Add("comparison of the data", rules.Validate, options.Validate);
        words.Add("report of each reply", rules.Verbose, options.Verbose);
        words.Add("pattern of the data", rules.Pattern, options.Pattern);
        words.Add("sweep of sizes", null, options.Sweep is not null);
        words.Add("protocol", null, options.Protocol);
        words.Add("dialog", null, options.ByDialog || options.Reply.Count > 0);
        if (words.Unknown is not null && rules.Dialog is { } dialog)
            return (words.Into(dialog.Command, address, vrf, anyway: true), PingAnswers.Dialog(dialog, address, options));
        var command = rules.Command6 is { } six && IPAddress.TryParse(address, out var ip) && ip.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? six : rules.Command;
        return (words.Into(command, address, vrf), Dialog.Empty);
    }

    private string? VrfOf(PingRules rules, PingOptions options) => options.Vrf is not { } name
        ? null
        : rules.Vrf is { } word
            ? word.Replace("{value}", LineWords.Checked(name, "VRF"), StringComparison.Ordinal)
            : throw new NotSupportedException($"{where}: the platform '{_platform.Name}' knows no VRF of a ping.");

    // Replies are counted, and lost ones waited for: whichever comes first ends it, and no two texts are sent at a time.
    private async ValueTask<string> RunEndlessAsync(string command, PingOptions options, PingRules rules, Deadline deadline)
    {
        var count = options.Count ?? rules.UsualCount ?? 5;
        var isInterrupted = 0;
        var last = new Dialog(new DialogStatement(new TextPattern("reply", Reply(), PatternScope.EachLine), async (_, match, token) =>
        {
            if (int.Parse(Reply().Match(match.Value).Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) >= count)
                await InterruptOnceAsync(token).ConfigureAwait(false);
        }));
        using var over = CancellationTokenSource.CreateLinkedTokenSource(deadline.UserToken);
        var patience = InterruptLaterAsync();
        try
        {
            return await line.RunUntilInterruptedAsync(command, last, rules.Interrupt, deadline).ConfigureAwait(false);
        }
        finally
        {
            await over.CancelAsync().ConfigureAwait(false);
            await patience.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        async Task InterruptLaterAsync()
        {
            await Task.Delay((count * s_pause) + s_usualWait, line.Terminal.TimeProvider, over.Token).ConfigureAwait(false);
            await InterruptOnceAsync(over.Token).ConfigureAwait(false);
        }

        async ValueTask InterruptOnceAsync(CancellationToken cancellationToken)
        {
            if (Interlocked.Exchange(ref isInterrupted, 1) == 0)
                await line.Terminal.SendAsync(rules.Interrupt, cancellationToken).ConfigureAwait(false);
        }
    }

    [GeneratedRegex(@"\bicmp_seq=(?<number>\d{1,9})\b", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Reply();
}
