using System.Runtime.CompilerServices;

namespace ConnectionGen.Documentation.Tests;

/// <summary>README and the pages under docs. Pages of diagnostics are not among them: the tests of the analyzers look at what they show as wrong and as right.</summary>
internal static class Pages
{
    private const string Fence = "```";

    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(SourcePath())!, "..", "..", ".."));

    /// <summary>What stands around blocks.</summary>
    public static string Preambles { get; } = Path.Combine(Root, "tests", "ConnectionGen.Documentation.Tests", "Preambles");

    public static IReadOnlyList<string> All { get; } = [.. Directory.GetFiles(Path.Combine(Root, "docs"), "*.md").Order(StringComparer.Ordinal).Select(static file => $"docs/{Path.GetFileName(file)}").Prepend("README.md")];

    public static IEnumerable<Block> Blocks(string language) => All.SelectMany(BlocksOf).Where(block => block.Language == language);

    public static IEnumerable<Block> BlocksOf(string page)
    {
        var lines = File.ReadAllLines(Path.Combine(Root, page));
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(Fence, StringComparison.Ordinal))
                continue;

            var end = Array.FindIndex(lines, i + 1, static line => line == Fence);
            Assert.True(end > 0, $"{page}({i + 1}): the block does not end");
            yield return new Block(page, i + 2, lines[i][Fence.Length..], string.Join('\n', lines[(i + 1)..end]) + "\n");
            i = end;
        }
    }

    private static string SourcePath([CallerFilePath] string path = "") => path;
}
