using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConnectionGen.Analyzers.Tests;

public sealed class EveryRuleTests
{
    private static readonly string[] s_headings = ["## What and why", "## Wrong", "## Right", "## How to silence it"];

    public static TheoryData<string> Ids => [.. Rules.Select(rule => rule.Id)];

    private static IEnumerable<DiagnosticDescriptor> Rules =>
        Loose.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).DistinctBy(rule => rule.Id).OrderBy(rule => rule.Id, StringComparer.Ordinal);

    private static string Root { get; } = FindRoot();

    [Fact]
    public void Every_analyzer_is_tested()
    {
        var analyzers = typeof(ViaAnalyzer).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsSubclassOf(typeof(DiagnosticSuppressor)));
        Assert.Equal(analyzers.Select(type => type.Name).Order(StringComparer.Ordinal), Loose.Analyzers.Select(analyzer => analyzer.GetType().Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_has_a_page_that_the_rule_and_the_index_lead_to(string id)
    {
        var rule = Rules.Single(rule => rule.Id == id);
        Assert.Equal($"docs/diagnostics/{id}.md", rule.HelpLinkUri);
        var page = File.ReadAllText(Path.Combine(Root, rule.HelpLinkUri));
        Assert.StartsWith($"# {id}: {rule.Title}\n", page, StringComparison.Ordinal);
        Assert.All(s_headings, heading => Assert.Contains(heading, page, StringComparison.Ordinal));
        Assert.Contains($"| [{id}]({id}.md) | {Word(rule.DefaultSeverity)} | {rule.Title} |", File.ReadAllText(Path.Combine(Root, "docs/diagnostics/README.md")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_has_a_line_in_the_list_of_releases(string id)
    {
        var rule = Rules.Single(rule => rule.Id == id);
        var lines = File.ReadAllLines(Path.Combine(Root, "analyzers/ConnectionGen.Analyzers/AnalyzerReleases.Unshipped.md"));
        Assert.Contains($"{id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}", lines);
    }

    [Fact]
    public void There_is_no_page_of_a_rule_that_is_not_there()
    {
        var pages = Directory.GetFiles(Path.Combine(Root, "docs/diagnostics"), "CG*.md").Select(page => Path.GetFileNameWithoutExtension(page)!).Order(StringComparer.Ordinal);
        Assert.Equal(Rules.Select(rule => rule.Id), pages);
    }

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
