using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ConnectionGen.Cli.Expecting;

namespace ConnectionGen.Cli.Recording;

/// <summary>The name of a record's file: <c>{device}</c>, <c>{alias}</c>, <c>{via}</c> and <c>{time}</c> in it stand for what they say.</summary>
internal static partial class RecordFileName
{
    private static readonly string[] s_known = ["device", "alias", "via", "time"];

    /// <summary>Puts in what the words stand for.</summary>
    /// <exception cref="SessionRecordException">There is no such word.</exception>
    public static string Resolve(string name, string device, string alias, string via, DateTimeOffset now, string where) => Word().Replace(name, match => match.Groups["word"].Value switch
    {
        "device" => InName(device),
        "alias" => InName(alias),
        "via" => InName(via),
        "time" => now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture),
        _ => throw new SessionRecordException($"{where}: '{match.Value}' in the session record '{name}' stands for nothing. There are: {string.Join(", ", s_known.Select(static word => $"{{{word}}}"))}.", name),
    });

    // an alias may be what a file's name may not
    private static string InName(string text)
    {
        var name = new StringBuilder(text);
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' or < ' ')
                name[i] = '_';
        }

        return name.ToString();
    }

    [GeneratedRegex(@"\{(?<word>[^{}/\\]*)\}", RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Word();
}
