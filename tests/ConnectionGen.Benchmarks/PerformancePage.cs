using System.Globalization;
using System.Reflection;
using ConnectionGen.Measures;

namespace ConnectionGen.Benchmarks;

/// <summary>The page of measures, section by section: a run writes its own section and leaves the others alone.</summary>
internal static class PerformancePage
{
    /// <summary>The repository's root.</summary>
    public static string Repository { get; } =
        Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(static a => a.Key == "RepositoryRoot").Value!;

    /// <summary>The page's file.</summary>
    public static string File { get; } = Path.Combine(Repository, "docs", "performance.md");

    /// <summary>Prints a table, and puts it into its section with how it came about: by which command, when and on which machine.</summary>
    /// <param name="heading">The section.</param>
    /// <param name="arguments">What this program is given to measure the section alone.</param>
    /// <param name="explanation">What is measured, and how.</param>
    /// <param name="rows">The table, its head first.</param>
    /// <param name="remark">What stands below the table.</param>
    public static async Task WriteTableAsync(string heading, string arguments, string explanation, IReadOnlyList<string> rows, string remark = "")
    {
        var table = string.Join('\n', rows);
        Console.WriteLine($"{heading}\n\n{table}\n");
        await WriteAsync(heading, string.Create(CultureInfo.InvariantCulture, $"""
            `dotnet run -c Release --project tests/ConnectionGen.Benchmarks -- {arguments}` prints this table and writes this section. {explanation}

            Run on {DateTime.UtcNow:yyyy-MM-dd}: {Machine.Describe()}.

            {table}

            {remark}
            """));
    }

    /// <summary>Puts a text under a heading of the second level, in place of what stood there, or at the end.</summary>
    public static async Task WriteAsync(string heading, string text)
    {
        var page = (await System.IO.File.ReadAllTextAsync(File)).ReplaceLineEndings("\n");
        var head = $"\n## {heading}\n";
        var start = page.IndexOf(head, StringComparison.Ordinal);
        var (before, after) = start < 0 ? (page.TrimEnd('\n') + "\n", "") : (page[..start], Following(page, start + head.Length));
        await System.IO.File.WriteAllTextAsync(File, $"{before}{head}\n{text.Trim()}\n{after}");
    }

    private static string Following(string page, int from) => page.IndexOf("\n## ", from, StringComparison.Ordinal) is >= 0 and var next ? page[next..] : "";
}
