using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Platforms;
using static ConnectionGen.Cli.Expecting.PatternLimits;

namespace ConnectionGen.Cli.Reachability;

/// <summary>Answers a ping's dialog from what was asked for. Enter leaves a field as it is.</summary>
internal sealed partial class PingAnswers
{
    private readonly string _address;
    private readonly PingOptions _options;
    private readonly bool _isExtended;

    private PingAnswers(string address, PingOptions options)
    {
        _address = address;
        _options = options;
        _isExtended = options.Reply.Count > 0 || options.Validate || options.Verbose || options.DontFragment
            || options.Source is not null || options.Pattern is not null || options.Dscp is not null || options.TypeOfService is not null || options.TimeToLive is not null;
    }

    public static Dialog Dialog(PingDialog dialog, string address, PingOptions options)
    {
        var answers = new PingAnswers(address, options);
        return options.Reply.Then(new Dialog([
            .. dialog.Questions.Select(question => new DialogStatement(
                new TextPattern("question", question.Question),
                (terminal, match, token) => terminal.SendLineAsync(answers.For(question.Field, match.Value), token))),
            DialogStatement.Line(Other(), ""),
        ]));
    }

    private string For(PingField field, string question) => field switch
    {
        PingField.Protocol => _options.Protocol ?? (IPAddress.TryParse(_address, out var ip) && ip.AddressFamily == AddressFamily.InterNetworkV6 ? "ipv6" : ""),
        PingField.Address => _address,
        PingField.Vrf => _options.Vrf ?? "",
        PingField.Count => Number(_options.Count, "count"),
        PingField.Size => Number(_options.Size, "size"),
        PingField.Wait => _options.Wait is { } wait ? Number(LineWords.Seconds(wait, "time to wait for a reply"), "wait") : "",
        PingField.Extended => _isExtended ? "y" : "n",
        PingField.Source => Text(_options.Source, "source"),
        PingField.TimeToLive => Number(_options.TimeToLive, "time to live"),
        PingField.TypeOfService => Number(_options.TypeOfService, "type of service"),
        PingField.Dscp => Text(_options.Dscp, "DSCP value"),
        PingField.DontFragment => _options.DontFragment ? "y" : "",
        PingField.Validate => _options.Validate ? "y" : "",
        PingField.Pattern => Text(_options.Pattern, "pattern"),
        // it asks again, and then shows what was chosen
        PingField.Show => _options.Verbose && !Chosen().IsMatch(question) ? "v" : "",
        PingField.Sweep => _options.Sweep is null ? "n" : "y",
        PingField.SweepFrom => Number(_options.Sweep?.From, "smallest size"),
        PingField.SweepTo => Number(_options.Sweep?.To, "largest size"),
        PingField.SweepStep => Number(_options.Sweep?.Step, "step"),
        _ => "",
    };

    private static string Number(int? value, string asked) => value is { } number ? LineWords.Positive(number, asked).ToString(CultureInfo.InvariantCulture) : "";

    private static string Text(string? value, string asked) => value is null ? "" : LineWords.Checked(value, asked);

    [GeneratedRegex(@"^[A-Z][\w ,/'()-]*\??(?: ?\[[^\]]*\])? ?: ?$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Other();

    [GeneratedRegex(@"\[[^\]]*V[^\]]*\]", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Chosen();
}
