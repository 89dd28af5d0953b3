using System.Globalization;
using System.Text.RegularExpressions;
using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Expecting;
using static ConnectionGen.Cli.Expecting.PatternLimits;

namespace ConnectionGen.Cli.Copying;

/// <summary>Answers what devices ask before and while they copy.</summary>
/// <param name="where">Where it is, for messages.</param>
/// <param name="request">What to copy.</param>
/// <param name="userName">Gives the user of the server.</param>
/// <param name="password">Gives the password.</param>
internal sealed partial class CopyDialog(string where, CopyRequest request, Func<string?> userName, Func<string?> password)
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    /// <summary>True once a file that is there was left alone.</summary>
    public bool LeftAlone { get; private set; }

    /// <summary>True once the device has asked for the VRF.</summary>
    public bool AskedForVrf { get; private set; }

    public Dialog Dialog => request.Reply.Then(new Dialog(
        Question("question whether to overwrite", Overwrite(), Overwritten),
        Question("question whether to erase", Erase(), question => request.Erase ? Yes(question) : No(question)),
        Question("question for the partition", Partition(), _ => request.Partition.ToString(CultureInfo.InvariantCulture)),
        Question("question for the source file", SourceFile(), question => Offered(request.SourceFile, question, nameof(CopyRequest.SourceFile))),
        Question("question for the destination file", DestinationFile(), question => Offered(request.DestinationFile, question, nameof(CopyRequest.DestinationFile))),
        Question("question for the server", Server(), question => Offered(request.Server, question, nameof(CopyRequest.Server))),
        Question("question for the VRF", Vrf(), _ =>
        {
            AskedForVrf = true;
            return request.Vrf ?? "";
        }),
        Question("question for the user", UserName(), question => Offered(userName(), question, nameof(CopyRequest.UserName))),
        new DialogStatement(new TextPattern("question for the password", Password()), (terminal, _, token) => terminal.SendSecretLineAsync(password() ?? throw Unanswered("a password", nameof(CopyRequest.Password)), token)),
        new DialogStatement(new TextPattern("question whether to trust the server", HostKey()), AnswerHostKeyAsync),
        Question("question", Confirm(), Yes)));

    private static DialogStatement Question(string name, Regex question, Func<string, string> answer) =>
        new(new TextPattern(name, question), (terminal, match, token) => terminal.SendLineAsync(answer(match.Value), token));

    private string Overwritten(string question)
    {
        LeftAlone |= !request.Overwrite;
        return request.Overwrite ? Yes(question) : No(question);
    }

    // Enter takes what stands in brackets; where nothing does, somebody has to say it
    private string Offered(string? value, string question, string property) =>
        value ?? (Offer().IsMatch(question) ? "" : throw Unanswered($"'{question.Trim()}'", property));

    private ValueTask AnswerHostKeyAsync(Terminal terminal, TextMatch match, CancellationToken cancellationToken) => request.AcceptHostKey
        ? terminal.SendLineAsync("yes", cancellationToken)
        : throw new CopyFailedException($"{where}: the device asks whether to trust the server's host key, which it does not know ({nameof(CopyRequest.AcceptHostKey)}).", CopyFailure.HostKey);

    private CopyFailedException Unanswered(string what, string property) =>
        new($"{where}: the device asks for {what}, and the request says nothing about it ({property}).", CopyFailure.Unanswered);

    private static string Yes(string question) => question.Contains("[confirm]", StringComparison.OrdinalIgnoreCase) ? "" : question.Contains("yes/no", StringComparison.OrdinalIgnoreCase) ? "yes" : "y";

    private static string No(string question) => question.Contains("yes/no", StringComparison.OrdinalIgnoreCase) ? "no" : "n";

    [GeneratedRegex(@"over ?-?write\b[^\n]*(\[confirm\]|\?|\]|\)|:) ?$", Options, Milliseconds)]
    private static partial Regex Overwrite();

    [GeneratedRegex(@"Erase \S+ before copying\?[^\n]*$", Options, Milliseconds)]
    private static partial Regex Erase();

    [GeneratedRegex(@"Which partition\? \[[^\]]*\] ?:? ?$", Options, Milliseconds)]
    private static partial Regex Partition();

    [GeneratedRegex(@"^(Enter )?source file ?name( \([^)]*\))?:? ?(\[[^\]]*\])?\??:? ?$", Options, Milliseconds)]
    private static partial Regex SourceFile();

    [GeneratedRegex(@"^(Enter )?destination file ?name( \([^)]*\))?:? ?(\[[^\]]*\])?\??:? ?$", Options, Milliseconds)]
    private static partial Regex DestinationFile();

    [GeneratedRegex(@"^(Address or name of remote host|Enter hostname for the \S+ server|Host name or IP address( \([^)]*\))?):? ?(\[[^\]]*\])?\??:? ?$", Options, Milliseconds)]
    private static partial Regex Server();

    [GeneratedRegex(@"^Enter vrf\b[^\n]*: ?$", Options, Milliseconds)]
    private static partial Regex Vrf();

    [GeneratedRegex(@"^(Source |Destination |Enter )?user ?name( \([^)]*\))?:? ?(\[[^\]]*\])?\??:? ?$", Options, Milliseconds)]
    private static partial Regex UserName();

    [GeneratedRegex(@"pass(word|phrase)( for [^\n:]+)?: ?$", Options, Milliseconds)]
    private static partial Regex Password();

    [GeneratedRegex(@"continue connecting \(yes/no(/\[fingerprint\])?\)\? ?$", Options, Milliseconds)]
    private static partial Regex HostKey();

    [GeneratedRegex(@"(\[confirm\]|[(\[]y/n[)\]]\?? *(\[\w\])?|[(\[]yes/no[)\]]( ?\[\w+\])?)\??:? ?$", Options, Milliseconds)]
    private static partial Regex Confirm();

    [GeneratedRegex(@"\[[^\]\s]+\]\??:? ?$", Options, Milliseconds)]
    private static partial Regex Offer();
}
