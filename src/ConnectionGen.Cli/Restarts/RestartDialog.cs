using System.Text.RegularExpressions;
using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Expecting;
using static ConnectionGen.Cli.Expecting.PatternLimits;

namespace ConnectionGen.Cli.Restarts;

/// <summary>What devices ask before they restart, and while they start: whether to save, whether it is meant, whether to set up what is set up already.</summary>
/// <param name="save">Whether to save a configuration that was changed.</param>
/// <param name="password">Gives the password that a device without one asks for.</param>
internal sealed partial class RestartDialog(bool save, Func<string?> password)
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    /// <summary>True once something was asked.</summary>
    public bool HasAsked { get; private set; }

    public Dialog Dialog => new(
        Question("question whether to save", Save(), question =>
            question.Contains("[S]ave all", StringComparison.Ordinal) ? save ? "S" : "N" : save ? "y" : "n"),
        Question("question about automatic provisioning", Provisioning(), static _ => "yes"),
        Question("question about strict passwords", StrictPasswords(), static _ => "no"),
        Question("question whether to set up", SetUp(), static _ => "no"),
        Question("question about automatic installation", AutoInstall(), static _ => "yes"),
        new DialogStatement(new TextPattern("question for the first password", FirstPassword()), AnswerPasswordAsync),
        Question("question whether it is meant", Confirm(), static question =>
            question.Contains("confirm]", StringComparison.OrdinalIgnoreCase) ? "" : question.Contains("yes", StringComparison.OrdinalIgnoreCase) ? "yes" : "y"));

    private DialogStatement Question(string name, Regex question, Func<string, string> answer) =>
        new(new TextPattern(name, question), (terminal, match, token) =>
        {
            HasAsked = true;
            return terminal.SendLineAsync(answer(match.Value), token);
        });

    private ValueTask AnswerPasswordAsync(Terminal terminal, TextMatch match, CancellationToken cancellationToken)
    {
        HasAsked = true;
        return password() is { } first
            ? terminal.SendSecretLineAsync(first, cancellationToken)
            : throw new AuthenticationFailedException($"{terminal.Describe()}: the device wants a first password set, and the testbed gives none (credential: default).");
    }

    // System configuration has been modified. Save? [yes/no]: — Save? [Y]es/[N]o/[S]ave all/[C]ancel:
    [GeneratedRegex(@"(modified\. Save\?[^\n]*|save (current|the|your) (running[- ])?configuration[^\n]*\?[^\n]*)[\]:)l] ?$", Options, Milliseconds)]
    private static partial Regex Save();

    [GeneratedRegex(@"Abort (Power On )?Auto Provisioning[^\n]*: ?$", Options, Milliseconds)]
    private static partial Regex Provisioning();

    [GeneratedRegex(@"enforce secure password standard[^\n]*: ?$", Options, Milliseconds)]
    private static partial Regex StrictPasswords();

    [GeneratedRegex(@"(initial|basic) configuration dialog\?? ?[(\[][^\n]*[)\]]\??:? ?$", Options, Milliseconds)]
    private static partial Regex SetUp();

    [GeneratedRegex(@"terminate autoinstall\?[^\n]*: ?$", Options, Milliseconds)]
    private static partial Regex AutoInstall();

    [GeneratedRegex(@"(Enter|Confirm) the password for ""\w+"": ?$", Options, Milliseconds)]
    private static partial Regex FirstPassword();

    [GeneratedRegex(@"(\[confirm\]|\[confirm with only ""y"" or ""n""\]|[(\[]y/n[)\]]\?? *(\[\w\])?|[(\[]yes[/,]no[)\]]( ?[(\[]\w+[)\]])?)\??:? ?$", Options, Milliseconds)]
    private static partial Regex Confirm();
}
