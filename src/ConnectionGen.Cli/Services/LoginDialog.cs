using System.Text.RegularExpressions;
using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Platforms;
using static ConnectionGen.Cli.Expecting.PatternLimits;

namespace ConnectionGen.Cli.Services;

/// <summary>
/// What a device may ask before its first prompt, answered from a sequence of credentials: a question for the user takes the next one, a password
/// uses it up, so that a console behind a terminal server is logged in to with the second. The platform's own questions follow.
/// </summary>
internal sealed partial class LoginDialog(IReadOnlyList<LoginCredential> credentials, Platform platform, HostKeyPolicy hostKeys)
{
    private const int TailBytes = 2048;

    private LoginCredential? _current;
    private int _next;

    public Dialog Dialog => new Dialog(
        DialogStatement.Failure(new TextPattern("refusal", Refusal(), PatternScope.EachLine), Refused),
        new DialogStatement(new TextPattern("user name prompt", platform.UserNameQuestion ?? UserName()), (terminal, _, token) => terminal.SendLineAsync(NextUserName(terminal), token)),
        new DialogStatement(new TextPattern("password prompt", platform.PasswordQuestion ?? Password()), (terminal, _, token) => terminal.SendSecretLineAsync(NextPassword(terminal), token)),
        new DialogStatement(new TextPattern("passphrase prompt", Passphrase()), (terminal, _, token) => terminal.SendSecretLineAsync(NextPassphrase(terminal), token)),
        new DialogStatement(new TextPattern("host key question", HostKey()), AnswerHostKey)).Then(platform.LoginQuestions);

    private string NextUserName(Terminal terminal)
    {
        _current = Take(terminal);
        return _current.UserName()
            ?? throw new AuthenticationFailedException($"{terminal.Describe()}: the device asks for a user name, and the credential '{_current.Name}' has none (key: username).");
    }

    private string NextPassword(Terminal terminal)
    {
        var credential = _current ?? Take(terminal);
        _current = null;
        return credential.Password()
            ?? throw new AuthenticationFailedException($"{terminal.Describe()}: the device asks for a password, and the credential '{credential.Name}' has none (key: password).");
    }

    private string NextPassphrase(Terminal terminal)
    {
        var credential = _next < credentials.Count ? credentials[_next] : Take(terminal);
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

    private LoginCredential Take(Terminal terminal) => _next < credentials.Count
        ? credentials[_next++]
        : throw new AuthenticationFailedException(credentials.Count == 0
            ? $"{terminal.Describe()}: the device asks for a login, and the testbed gives it no credentials."
            : $"{terminal.Describe()}: the device asks for a login again after the credentials {Tried()} were sent. {FailureText.LastLines(terminal)}");

    private AuthenticationFailedException Refused(Terminal terminal, TextMatch match) =>
        new($"{terminal.Describe()}: the login was refused ('{match.Value.Trim()}') after the credentials {Tried()} were sent.");

    private string Tried() => string.Join(", ", credentials.Take(_next).Select(credential => $"'{credential.Name}'"));

    [GeneratedRegex(@"(?:[Uu]ser ?[Nn]ame|[Ll]ogin(?: as)?|[Uu]ser)(?: \([^)]*\))?: ?$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex UserName();

    [GeneratedRegex(@"[Pp]assword(?: for \S+)?: ?$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Password();

    [GeneratedRegex(@"^% ?(?:Bad (?:passwords|secrets)|Access denied|Authentication failed|Error in authentication|Login invalid|No password set|Password required, but none set)[^\n]*|^Login incorrect\b|^Permission denied\b[^\n]*|^(?:Requested line is busy!|Connection refused)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex Refusal();

    [GeneratedRegex(@"Enter passphrase for key '[^']*': ?$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Passphrase();

    [GeneratedRegex(@"continue connecting \(yes/no(?:/\[fingerprint\])?\)\? ?$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex HostKey();

    [GeneratedRegex(@"SHA256:[A-Za-z0-9+/=]+|(?:[0-9a-f]{2}:){15}[0-9a-f]{2}", RegexOptions.CultureInvariant | RegexOptions.RightToLeft, Milliseconds)]
    private static partial Regex Fingerprint();
}
