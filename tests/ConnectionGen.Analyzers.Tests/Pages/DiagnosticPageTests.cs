using Microsoft.CodeAnalysis;

namespace ConnectionGen.Analyzers.Tests;

/// <summary>What the pages of diagnostics show as wrong is said by the page's id, and what they show as right is not, and compiles.</summary>
public sealed class DiagnosticPageTests
{
    /// <summary>Pages whose blocks are about the build, and what shows them.</summary>
    private static readonly Dictionary<string, string> s_others = new(StringComparer.Ordinal)
    {
        ["CG2002"] = "MistakesTests (Packaging.Tests): a testbed class without an item",
        ["CG3001"] = "MistakesTests (Packaging.Tests): a project without the generator",
        ["CG3002"] = "MistakesTests (Packaging.Tests): a project with an old SDK",
        ["CG3003"] = "MistakesTests (Packaging.Tests): a project with an old language",
        ["CG3004"] = "MistakesTests (Packaging.Tests): an item without its file",
    };

    public static TheoryData<string> Ids =>
        [.. Directory.GetFiles(DiagnosticPage.Folder, "CG*.md").Select(static file => Path.GetFileNameWithoutExtension(file)).Where(static id => !s_others.ContainsKey(id)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task What_a_page_shows_as_wrong_is_said_and_what_it_shows_as_right_is_not(string id)
    {
        var page = new DiagnosticPage(id);
        var (wrongCode, wrongYaml) = (page.Block("Wrong", "csharp"), page.Block("Wrong", "yaml"));

        var wrong = await PageProgram.Of(wrongCode, wrongYaml).AnalyzeAsync();
        var right = await PageProgram.Of(page.Block("Right", "csharp"), page.Block("Right", "yaml") ?? wrongYaml).AnalyzeAsync();

        Assert.Contains(wrong, diagnostic => diagnostic.Id == id);
        Assert.DoesNotContain(right, diagnostic => diagnostic.Id == id || diagnostic.Severity == DiagnosticSeverity.Error);
    }
}
