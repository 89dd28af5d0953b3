using System.Text.RegularExpressions;
using static ConnectionGen.Cli.Expecting.PatternLimits;

namespace ConnectionGen.Cli.Platforms;

/// <summary>What several platforms of the IOS kind ask or answer on the way to and from a configuration.</summary>
internal static partial class CiscoQuestions
{
    /// <summary>What stands where another session holds the configuration.</summary>
    [GeneratedRegex(@"^%? ?(?:Configuration mode (?:is )?locked|Configuration (?:is )?locked|The configuration database is locked|Cannot enter configuration mode)[^\n]*|^[^\n]*configuration[^\n]*locked (?:exclusively )?by[^\n]*", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Milliseconds)]
    public static partial Regex Locked();

    /// <summary>Asked on leaving with lines that no commit has taken over.</summary>
    [GeneratedRegex(@"Uncommitted changes found, commit them[^\n]*?(?:\[[^\]]*\])?:? ?$", RegexOptions.CultureInvariant, Milliseconds)]
    public static partial Regex Uncommitted();

    [GeneratedRegex(@"[Pp]roceed\b[^\n]*\?\s*(?:\([^)]*\)|\[[^\]]*\])?:? ?$", RegexOptions.CultureInvariant, Milliseconds)]
    public static partial Regex Proceed();
}
