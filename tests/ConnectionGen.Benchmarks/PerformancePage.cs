using System.Reflection;

namespace ConnectionGen.Benchmarks;

/// <summary>The page of measures, section by section: a run writes its own section and leaves the others alone.</summary>
internal static class PerformancePage
{
    private static readonly string s_path = Path.Combine(
        Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(static a => a.Key == "RepositoryRoot").Value!, "docs", "performance.md");

    /// <summary>Puts a text under a heading of the second level, in place of what stood there, or at the end.</summary>
    public static async Task WriteAsync(string heading, string text)
    {
        var page = (await File.ReadAllTextAsync(s_path)).ReplaceLineEndings("\n");
        var head = $"\n## {heading}\n";
        var start = page.IndexOf(head, StringComparison.Ordinal);
        var (before, after) = start < 0 ? (page.TrimEnd('\n') + "\n", "") : (page[..start], Following(page, start + head.Length));
        await File.WriteAllTextAsync(s_path, $"{before}{head}\n{text.Trim('\n')}\n{after}");
    }

    private static string Following(string page, int from) => page.IndexOf("\n## ", from, StringComparison.Ordinal) is >= 0 and var next ? page[next..] : "";
}
