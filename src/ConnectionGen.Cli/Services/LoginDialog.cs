using System.Text.RegularExpressions;
using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Platforms;
using static ConnectionGen.Cli.Expecting.PatternLimits;

namespace ConnectionGen.Cli.Services;

/// <summary>
/// What a device may ask before its first prompt, answered from a plan of credentials: a question for the user takes the next one, a password
/// uses it up, so that a console behind a terminal server is logged in to with the second. The platform's own questions follow.
/// </summary>
internal sealed partial class LoginDialog(LoginPlan plan, Platform platform, HostKeyPolicy hostKeys)
{
    private const int TailBytes = 2048;

    private LoginCredential? _current;
    private bool _passwordCameFirst; // without a question for the user before it
    private bool _isForgiven; // a refusal, once

    public Dialog Dialog => new Dialog(
        DialogStatement.Failure(new TextPattern("refusal for want of a line", NoLine(), PatternScope.EachLine), NoLineFree),
        new DialogStatement(new TextPattern("refusal", Refusal(), PatternScope.EachLine), Refused),
        new DialogStatement(new TextPattern("user name prompt", platform.UserNameQuestion ?? UserName()), (terminal, _, token) => terminal.SendLineAsync(NextUserName(terminal), token)),
        new DialogStatement(new TextPattern("new password prompt", NewPassword()), (terminal, _, token) => terminal.SendSecretLineAsync(PasswordToSet(terminal), token)),
        new DialogStatement(new TextPattern("password prompt", platform.PasswordQuestion ?? Password()), SendPasswordAsync),
        new DialogStatement(new TextPattern("passphrase prompt", Passphrase()), (terminal, _, token) => terminal.SendSecretLineAsync(NextPassphrase(terminal), token)),
        new DialogStatement(new TextPattern("host key question", HostKey()), AnswerHostKey)).Then(platform.LoginQuestions);

    private string NextUserName(Terminal terminal)
    {
        _passwordCameFirst = false;
        _current = Take(terminal);
        return _current.UserName()
            ?? (platform.UsesOwnAccount ? Environment.UserName : null)
            ?? throw new AuthenticationFailedException($"{terminal.Describe()}: the device asks for a user name, and the credential '{_current.Name}' has none (key: username).");
    }

    private async ValueTask SendPasswordAsync(Terminal terminal, TextMatch match, CancellationToken cancellationToken)
    {
        _passwordCameFirst = _current is null;
        var credential = _current ?? Take(terminal);
        _current = null;
        await terminal.SendSecretLineAsync(PasswordOf(credential, terminal), cancellationToken).ConfigureAwait(false);
        if (credential.AfterPassword is { } text)
            await terminal.SendAsync(text, cancellationToken).ConfigureAwait(false);
    }

    // A device that is new wants a password to be set, and repeated: the one that it is logged in to with.
    private string PasswordToSet(Terminal terminal) => PasswordOf(_current ?? plan.Last ?? Take(terminal), terminal);

    private string PasswordOf(LoginCredential credential, Terminal terminal) => credential.Password()
        ?? (platform.UsesOwnAccount ? "" : null)
        ?? throw new AuthenticationFailedException($"{terminal.Describe()}: the device asks for a password, and the credential '{credential.Name}' has none (key: password).");

    private string NextPassphrase(Terminal terminal)
    {
        var credential = plan.Coming ?? Take(terminal);
        return credential.Passphrase()
            ?? throw new AuthenticationFailedException($"{terminal.Describe()}: a key's passphrase is asked for, and the credential '{credential.Name}' has none (key: passphrase).");
    }

    // an ssh client on the way has its own known hosts, and asks about those that it does not know
    private ValueTask AnswerHostKey(Terminal terminal, TextMatch match, CancellationToken cancellationToken)
    {
        if (hostKeys != HostKeyPolicy.Strict)
            return terminal.SendLineAsync("yes", cancellationToken);
        var fingerprint = Fingerprint().Match(terminal.Screen.ReadTail(TailBytes)) is { Success: true } found ? found.Value : "";
        return ValueTask.FromException(new HostKeyRefusedException(
            $"{terminal.Describe()}: an SSH client on the way asks whether to trust a host key that it does not know{(fingerprint.Length == 0 ? "" : $", {fingerprint}")}. "
            + "Make it known there, or let the path accept it (host_key: accept-new).", fingerprint, ""));
    }

    private LoginCredential Take(Terminal terminal) => plan.Next() ?? throw (plan.HasAny
        ? new CredentialsExhaustedException($"{terminal.Describe()}: the device asks for a login again after the credentials {plan.TriedText} were sent. {FailureText.LastLines(terminal)}", plan.Tried)
        : new AuthenticationFailedException($"{terminal.Describe()}: the device asks for a login, and the testbed gives it no credentials."));

    private ValueTask Refused(Terminal terminal, TextMatch match, CancellationToken cancellationToken)
    {
        _current = null;
        // a login that somebody had begun wanted the password of a name that is not ours
        if (_passwordCameFirst && !_isForgiven && match.Value.StartsWith("Login incorrect", StringComparison.Ordinal))
        {
            _isForgiven = true;
            plan.TakeBack();
            return ValueTask.CompletedTask;
        }

        return plan.TryFallBack()
            ? ValueTask.CompletedTask
            : ValueTask.FromException(plan.Refused($"{terminal.Describe()}: the login was refused ('{match.Value.Trim()}') after the credentials {plan.TriedText} were sent."));
    }

    private static NoFreeLineException NoLineFree(Terminal terminal, TextMatch match) =>
        new($"{terminal.Describe()}: no line is free ('{match.Value.Trim()}'). End a session that nobody needs, or try again later.");

    [GeneratedRegex(@"(?:[Uu]ser ?[Nn]ame|[Ll]ogin(?: as)?|[Uu]ser)(?: \([^)]*\))?: ?$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex UserName();

    [GeneratedRegex(@"[Pp]assword(?: for \S+)?: ?$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Password();

    [GeneratedRegex(@"(?:[Nn]ew [Pp]assword|[Cc]onfirm (?:the )?[Pp]assword[^\n:]*|[Rr]e-?(?:enter|type)[^\n:]*[Pp]assword[^\n:]*|[Ee]nter the password for ""?[\w-]+""?) ?: ?$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex NewPassword();

    [GeneratedRegex(@"^% ?(?:Bad (?:passwords|secrets)|Access denied|Authentication failed|Error in authentication|Login invalid|No password set|Password required, but none set)[^\n]*|^Login incorrect\b|^Permission denied\b[^\n]*|^Connection refused", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex Refusal();

    [GeneratedRegex(@"^(?:% ?)?(?:Connection refused: )?(?:Requested line is busy|All (?:\w+ )?(?:lines|ports|sessions) (?:are )?(?:busy|in use)|Too many (?:\w+ )?(?:sessions|users|connections)|No free (?:\w+ )?lines?|Maximum (?:number of )?(?:\w+ )?sessions (?:reached|exceeded))[^\n]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex NoLine();

    [GeneratedRegex(@"Enter passphrase for key '[^']*': ?$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Passphrase();

    [GeneratedRegex(@"continue connecting \(yes/no(?:/\[fingerprint\])?\)\? ?$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex HostKey();

    [GeneratedRegex(@"SHA256:[A-Za-z0-9+/=]+|(?:[0-9a-f]{2}:){15}[0-9a-f]{2}", RegexOptions.CultureInvariant | RegexOptions.RightToLeft, Milliseconds)]
    private static partial Regex Fingerprint();
}
