using System.Globalization;
using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Platforms;
using ConnectionGen.Cli.Services;

namespace ConnectionGen.Cli.Reachability;

/// <summary>Traces a route from a device's command line.</summary>
internal sealed class Traceroute(CommandLine line, string where)
{
    private readonly Platform _platform = line.Platform;

    public async ValueTask<TracerouteResult> RunAsync(string address, TracerouteOptions options, Deadline deadline)
    {
        var rules = _platform.Traceroute ?? throw PlatformSupport.Missing(where, _platform, "traceroute", static platform => platform.Traceroute is not null);
        address = LineWords.Checked(address, "address");
        var command = CommandOf(rules, address, options);
        var text = await line.RunUntilInterruptedAsync(command, Dialog.Empty, rules.Interrupt, deadline).ConfigureAwait(false);
        var result = TracerouteText.Read(address, text);
        if (CommandLine.FindError(text, [.. rules.ErrorPatterns, .. _platform.ErrorPatterns]) is { } error && result.Hops.Count == 0)
            throw new CommandFailedException(where, command, error, text, line.Terminal.Redactor);
        return result;
    }

    private string CommandOf(TracerouteRules rules, string address, TracerouteOptions options)
    {
        var words = new LineWords(Unsupported);
        words.Add("source", rules.Source, options.Source);
        words.Add("output without names", rules.Numeric, options.Numeric);
        words.Add("time to wait for a reply", rules.Wait, options.Wait);
        words.Add("number of probes", rules.Probes, options.Probes);
        words.Add("first and last hop", HopsOf(rules, options), options.FirstHop is not null || options.LastHop is not null);
        words.Add("port", rules.Port, options.Port);
        var vrf = options.Vrf is { } name ? (rules.Vrf ?? throw Unsupported("VRF")).Replace("{value}", LineWords.Checked(name, "VRF"), StringComparison.Ordinal) : null;
        return words.Into(rules.Command, address, vrf);
    }

    private static string? HopsOf(TracerouteRules rules, TracerouteOptions options)
    {
        if (rules.Hops is not { } words || (options.FirstHop is not null && !words.Contains("{first}", StringComparison.Ordinal)))
            return null;
        return words
            .Replace("{first}", LineWords.Positive(options.FirstHop ?? 1, "first hop").ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{last}", LineWords.Positive(options.LastHop ?? 30, "last hop").ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private NotSupportedException Unsupported(string asked) => new($"{where}: the platform '{_platform.Name}' knows no {asked} of a traceroute.");
}
