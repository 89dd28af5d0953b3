using System.Text.RegularExpressions;
using ConnectionGen.Cli.Expecting;

namespace ConnectionGen.Cli.Services;

/// <summary>What a testbed wants done after a password: <c>sendline(x)</c> or <c>send(x)</c>.</summary>
internal static partial class CredentialAction
{
    /// <summary>What to send, Enter included where a line is; null where the text is none of the two forms.</summary>
    public static string? Read(string text) => Form().Match(text) is { Success: true } match
        ? match.Groups["text"].Value + (match.Groups["line"].Success ? "\r" : "")
        : null;

    [GeneratedRegex(@"^\s*send(?<line>line)?\((?<text>[^()]*)\)\s*$", RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Form();
}
