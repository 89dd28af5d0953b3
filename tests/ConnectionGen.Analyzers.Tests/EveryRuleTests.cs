using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConnectionGen.Analyzers.Tests;

/// <summary>What each rule has: a page that the index and the rule lead to, a line in the list of releases, a text where it fires and is silent, a text of its fix.</summary>
public sealed class EveryRuleTests
{
    private const string Refresh = "CONNECTIONGEN_REFRESH_DOCS";

    private static readonly string[] s_headings = ["## What and why", "## Wrong", "## Right", "## How to silence it"];

    public static TheoryData<string> Ids => [.. Rules.Select(rule => rule.Id)];

    /// <summary>The rules of code; those of testbed files have their tests where the files are read.</summary>
    public static TheoryData<string> IdsOfCode => [.. Rules.Select(rule => rule.Id).Where(id => string.CompareOrdinal(id, "CG2") < 0)];

    private static IEnumerable<DiagnosticDescriptor> Rules =>
        Loose.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).DistinctBy(rule => rule.Id).OrderBy(rule => rule.Id, StringComparer.Ordinal);

    private static string Root { get; } = FindRoot();

    private static string Index => Path.Combine(Root, "docs/diagnostics/README.md");

    [Fact]
    public void Every_analyzer_is_tested()
    {
        var analyzers = typeof(ViaAnalyzer).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsSubclassOf(typeof(DiagnosticSuppressor)));
        Assert.Equal(analyzers.Select(type => type.Name).Order(StringComparer.Ordinal), Loose.Analyzers.Select(analyzer => analyzer.GetType().Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_has_a_page_that_the_rule_leads_to(string id)
    {
        var rule = Rules.Single(rule => rule.Id == id);
        Assert.EndsWith($"docs/diagnostics/{id}.md", rule.HelpLinkUri, StringComparison.Ordinal);
        var page = File.ReadAllText(Path.Combine(Root, $"docs/diagnostics/{id}.md"));
        Assert.StartsWith($"# {id}: {rule.Title}\n", page, StringComparison.Ordinal);
        Assert.All(s_headings, heading => Assert.Contains(heading, page, StringComparison.Ordinal));
        Assert.Contains($"Severity: {Word(rule.DefaultSeverity)}", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(IdsOfCode))]
    public void Every_rule_of_code_says_where_its_page_is(string id) =>
        Assert.EndsWith($"More in docs/diagnostics/{id}.md, in the repository and in the package.", Rules.Single(rule => rule.Id == id).Description.ToString(null), StringComparison.Ordinal);

    [Fact]
    public void The_index_of_pages_is_current()
    {
        var index = new StringBuilder("# Diagnostics\n\n| id | severity | what | fix |\n|---|---|---|---|\n");
        foreach (var rule in Rules)
        {
            var hasFix = FixFileTests.FixableIds.Contains(rule.Id) ? "yes" : "";
            index.Append(System.Globalization.CultureInfo.InvariantCulture, $"| [{rule.Id}]({rule.Id}.md) | {Word(rule.DefaultSeverity)} | {rule.Title} | {hasFix} |\n");
        }

        // what the package's MSBuild files say has no rule here, only its page
        foreach (var page in Directory.GetFiles(Path.Combine(Root, "docs/diagnostics"), "CG3*.md").Order(StringComparer.Ordinal))
        {
            var head = File.ReadLines(page).First().Split(": ", 2);
            index.Append(System.Globalization.CultureInfo.InvariantCulture, $"| [{head[0][2..]}]({Path.GetFileName(page)}) | from the build | {head[1]} |  |\n");
        }

        if (Environment.GetEnvironmentVariable(Refresh) == "1")
        {
            File.WriteAllText(Index, index.ToString());
        }

        Assert.True(index.ToString() == File.ReadAllText(Index), $"docs/diagnostics/README.md differs from the rules. Run this test with {Refresh}=1 to write it.");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_has_a_line_in_the_list_of_releases(string id)
    {
        var rule = Rules.Single(rule => rule.Id == id);
        var lines = File.ReadAllLines(Path.Combine(Root, "analyzers/ConnectionGen.Analyzers/AnalyzerReleases.Unshipped.md"));
        Assert.Contains($"{id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}", lines);
    }

    [Theory]
    [MemberData(nameof(IdsOfCode))]
    public void Every_rule_of_code_has_a_text_where_it_fires_and_one_where_it_is_silent(string id)
    {
        var file = Path.Combine("Rules", id + ".cs");
        Assert.Contains(id, WrongProgramTests.IdsOf(file));
        Assert.Contains("// silent", File.ReadAllText(Path.Combine(UserProgram.Folder, file)), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fix_has_a_text_before_and_after()
    {
        var texts = Directory.GetFiles(Path.Combine(UserProgram.Folder, "Fixes"), "*.cs").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal);
        Assert.Equal(FixFileTests.FixableIds.SelectMany(id => new[] { $"{id}.cs", $"{id}.fixed.cs" }).Order(StringComparer.Ordinal), texts);
    }

    [Fact]
    public void There_is_no_page_of_a_rule_that_is_not_there()
    {
        var pages = Directory.GetFiles(Path.Combine(Root, "docs/diagnostics"), "CG*.md").Select(page => Path.GetFileNameWithoutExtension(page)!).Order(StringComparer.Ordinal);
        Assert.Equal(Rules.Select(rule => rule.Id).Concat(OfTheBuild()).Order(StringComparer.Ordinal), pages);
    }

    /// <summary>What the package's MSBuild file says, without an analyzer.</summary>
    private static IEnumerable<string> OfTheBuild() => Regex
        .Matches(File.ReadAllText(Path.Combine(Root, "src/ConnectionGen/buildTransitive/ConnectionGen.Checks.targets")), "Code=\"(CG[0-9]{4})\"")
        .Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal);

    private static string Word(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "information",
    };

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory!.FullName, "ConnectionGen.sln")))
        {
            directory = directory.Parent;
        }

        return directory.FullName;
    }
}
