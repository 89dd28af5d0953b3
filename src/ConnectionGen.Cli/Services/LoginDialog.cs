using System.Text.RegularExpressions;
using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Expecting;
using static ConnectionGen.Cli.Expecting.PatternLimits;

namespace ConnectionGen.Cli.Services;

/// <summary>
/// What a device may ask before its first prompt, answered from a sequence of credentials: a question for the user takes the next one, a password
/// uses it up, so that a console behind a terminal server is logged in to with the second.
/// </summary>
internal sealed partial class LoginDialog(IReadOnlyList<LoginCredential> credentials)
{
    private LoginCredential? _current;
    private int _next;

    public Dialog Dialog => new(
        DialogStatement.Failure(new TextPattern("refusal", Refusal(), PatternScope.EachLine), Refused),
        new DialogStatement(new TextPattern("user name prompt", UserName()), (terminal, _, token) => terminal.SendLineAsync(NextUserName(terminal), token)),
        new DialogStatement(new TextPattern("password prompt", Password()), (terminal, _, token) => terminal.SendSecretLineAsync(NextPassword(terminal), token)),
        new DialogStatement(new TextPattern("request for Enter", PressReturn(), PatternScope.EachLine), static (terminal, _, token) => terminal.SendLineAsync("", token)),
        DialogStatement.Line(InitialDialog(), "no"));

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

    private LoginCredential Take(Terminal terminal) => _next < credentials.Count
        ? credentials[_next++]
        : throw new AuthenticationFailedException(credentials.Count == 0
            ? $"{terminal.Describe()}: the device asks for a login, and the testbed gives it no credentials."
            : $"{terminal.Describe()}: the device asks for a login again after the credentials {Tried()} were sent. {FailureText.LastLines(terminal)}");

    private AuthenticationFailedException Refused(Terminal terminal, TextMatch match) =>
        new($"{terminal.Describe()}: the login was refused ('{match.Value.Trim()}') after the credentials {Tried()} were sent.");

    private string Tried() => string.Join(", ", credentials.Take(_next).Select(credential => $"'{credential.Name}'"));

    [GeneratedRegex(@"(?:[Uu]ser ?[Nn]ame|[Ll]ogin|[Uu]ser)(?: \([^)]*\))?: ?$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex UserName();

    [GeneratedRegex(@"[Pp]assword(?: for \S+)?: ?$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Password();

    [GeneratedRegex(@"^% ?(?:Bad (?:passwords|secrets)|Access denied|Authentication failed|Error in authentication|Login invalid|No password set|Password required, but none set)[^\n]*|^Login incorrect\b|^Permission denied\b[^\n]*|^(?:Requested line is busy!|Connection refused)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex Refusal();

    [GeneratedRegex(@"Press (?:RETURN|ENTER|any key) to (?:get started|continue)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex PressReturn();

    [GeneratedRegex(@"initial configuration dialog\? \[yes/no\]: ?$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex InitialDialog();
}
