using System.Text.RegularExpressions;
using static ConnectionGen.Cli.Expecting.PatternLimits;

namespace ConnectionGen.Cli.Services;

/// <summary>Lines of a configuration in blocks that are typed at once: a banner, whose lines have no prompt of their own, or as many lines as are wanted.</summary>
internal static partial class LineBlocks
{
    // what is typed without reading the echo has to fit into the buffers of a link
    private const int MostCharacters = 8192;

    public static IEnumerable<IReadOnlyList<string>> Of(IReadOnlyList<string> lines, int atOnce)
    {
        var block = new List<string>();
        var characters = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var banner = BannerLines(lines, i);
            if (block.Count > 0 && (banner > 0 || (atOnce > 0 && block.Count == atOnce) || characters + lines[i].Length > MostCharacters))
            {
                yield return block;
                (block, characters) = ([], 0);
            }

            if (banner > 0)
            {
                yield return [.. lines.Skip(i).Take(banner)];
                i += banner - 1;
            }
            else
            {
                block.Add(lines[i]);
                characters += lines[i].Length + 1;
            }
        }

        if (block.Count > 0)
            yield return block;
    }

    /// <summary>True if a block is a banner.</summary>
    public static bool IsBanner(IReadOnlyList<string> block) => block.Count > 1 && Banner().IsMatch(block[0]);

    // 0 where none begins, or where it ends on its own line; one that ends nowhere is typed line by line as any others
    private static int BannerLines(IReadOnlyList<string> lines, int at)
    {
        if (Banner().Match(lines[at]) is not { Success: true } banner)
            return 0;
        // devices show the control character as two
        var delimiter = banner.Groups["delimiter"].Value;
        if (banner.Groups["text"].Value.Contains(delimiter, StringComparison.Ordinal))
            return 0;
        for (var end = at + 1; end < lines.Count; end++)
        {
            if (lines[end].Contains(delimiter, StringComparison.Ordinal))
                return end - at + 1;
        }

        return 0;
    }

    [GeneratedRegex(@"^\s*banner (?:login|motd|exec|incoming|slip-ppp|prompt-timeout) (?<delimiter>\^C|\S)(?<text>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Banner();
}
