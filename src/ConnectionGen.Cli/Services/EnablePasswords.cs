using System.Text.RegularExpressions;
using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Expecting;

namespace ConnectionGen.Cli.Services;

/// <summary>The passwords to try where a device asks for one on the way to a more privileged mode.</summary>
/// <param name="passwords">Name of the credential and what gives the password, in order.</param>
internal sealed partial class EnablePasswords(IReadOnlyList<(string Credential, Func<string?> Password)> passwords)
{
    private const int Attempts = 3;

    private readonly List<string> _tried = [];

    /// <summary>What is tried, in order.</summary>
    public IReadOnlyList<(string Credential, Func<string?> Password)> Passwords { get; } = passwords;

    /// <summary>How often the device has asked.</summary>
    public int Asked { get; private set; }

    public Dialog Dialog => new(new DialogStatement(
        new TextPattern("password prompt", Question()),
        (terminal, _, cancellationToken) => terminal.SendSecretLineAsync(Next(), cancellationToken)));

    public AuthenticationFailedException Refused(Terminal terminal, string output) =>
        new($"{terminal.Describe()}: the device asked for a password for a more privileged mode and refused {(_tried.Count == 0 ? "an empty one: the testbed gives none (credential: enable)" : "that of " + string.Join(", ", _tried))}. "
            + FailureText.LastLines(terminal.Redactor.Redact(output)));

    // When none is left, empty ones bring the prompt back.
    private string Next()
    {
        Asked++;
        for (var at = _tried.Count; at < Math.Min(Passwords.Count, Attempts); at++)
        {
            _tried.Add($"'{Passwords[at].Credential}'");
            if (Passwords[at].Password() is { Length: > 0 } password)
                return password;
        }

        return "";
    }

    [GeneratedRegex(@"[Pp]assword(?: for \S+)?: ?$", RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Question();
}
