using Microsoft.CodeAnalysis;

namespace ConnectionGen.Documentation.Tests;

public sealed class CSharpBlockTests
{
    public static TheoryData<string, int> Blocks => [.. Pages.Blocks("csharp").Select(static block => (block.Page, block.Line))];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Every_block_of_code_compiles(string page, int line)
    {
        var block = Pages.BlocksOf(page).Single(block => block.Line == line);

        var errors = CompiledBlock.Of(block).GetDiagnostics(TestContext.Current.CancellationToken).Where(static one => one.Severity == DiagnosticSeverity.Error);

        var told = errors.Select(static one => $"{one.Location.GetMappedLineSpan().Path}({one.Location.GetMappedLineSpan().StartLinePosition.Line + 1}): {one.Id}: {one.GetMessage()}").ToArray();
        Assert.True(told.Length == 0, $"{string.Join('\n', told)}\nWhat a block stands on, such as a variable, is declared in Preambles/{Path.GetFileNameWithoutExtension(page)}.cs.");
    }

    /// <summary>The device of the pages is known, so that what is wrong is found: a check of this test itself.</summary>
    [Fact]
    public void A_block_that_is_wrong_is_found()
    {
        var wrong = CompiledBlock.Of(new Block("docs/start.md", 1, "csharp", "await lab.Pheonix.ConnectAsync();\n"));

        Assert.Contains(wrong.GetDiagnostics(TestContext.Current.CancellationToken), static one => one.Id == "CS1061" && one.Location.GetMappedLineSpan().Path == "docs/start.md");
    }
}
