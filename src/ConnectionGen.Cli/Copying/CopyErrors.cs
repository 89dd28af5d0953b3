using System.Text.RegularExpressions;
using static ConnectionGen.Cli.Expecting.PatternLimits;

namespace ConnectionGen.Cli.Copying;

/// <summary>What devices say where a copy fails, and what that means. The first that is found counts: what is said in more than one way is told in the most exact one.</summary>
internal static partial class CopyErrors
{
    private const RegexOptions Lines = RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    private static readonly (Regex Pattern, CopyFailure Failure)[] s_all =
    [
        (DiskFull(), CopyFailure.DiskFull),
        (HostKey(), CopyFailure.HostKey),
        (Refused(), CopyFailure.Refused),
        (NotFound(), CopyFailure.NotFound),
        (Network(), CopyFailure.Network),
        (Other(), CopyFailure.Other),
    ];

    public static (string Text, CopyFailure Failure)? Find(string output)
    {
        foreach (var (pattern, failure) in s_all)
        {
            if (pattern.Match(output) is { Success: true } match)
                return (match.Value.Trim(), failure);
        }

        return null;
    }

    [GeneratedRegex(@"^[^\n]*(?:No space left on device|not enough (?:free )?(?:space|room|disk)|insufficient (?:disk |free )?space|file ?system (?:is )?full|disk (?:is )?full|no (?:free|more) space|device full)[^\n]*", Lines, Milliseconds)]
    private static partial Regex DiskFull();

    [GeneratedRegex(@"^[^\n]*(?:Host key verification failed|REMOTE HOST IDENTIFICATION HAS CHANGED)[^\n]*", Lines, Milliseconds)]
    private static partial Regex HostKey();

    [GeneratedRegex(@"^[^\n]*(?:Permission denied|Login incorrect|Authentication failed|not permitted|Overwriting/deleting this image is not allowed|Access (?:denied|violation))[^\n]*", Lines, Milliseconds)]
    private static partial Regex Refused();

    [GeneratedRegex(@"^[^\n]*(?:No such (?:file|device)|File not found|cannot find|not a valid (?:file|path)|Invalid path)[^\n]*", Lines, Milliseconds)]
    private static partial Regex NotFound();

    [GeneratedRegex(@"^[^\n]*(?:Could not resolve|Unknown host|timed out|timeout\b(?! is)|Connection (?:refused|reset|closed|lost)|No route to host|(?:host|network) (?:is )?unreachable|Socket error|TFTP (?:get|put) operation failed|lost connection)[^\n]*", Lines, Milliseconds)]
    private static partial Regex Network();

    [GeneratedRegex(@"^(?:%+ ?(?:Error|Invalid|Incomplete|Ambiguous|Unknown|Bad|Can ?not|Failed|Abort|Destination|Source)\b|Error[: ]|ERROR\b|syntax error|[^\n]*(?:copy|transfer|command) (?:failed|aborted))[^\n]*", Lines, Milliseconds)]
    private static partial Regex Other();
}
