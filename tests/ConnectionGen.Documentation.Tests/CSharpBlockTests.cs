using ConnectionGen.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConnectionGen.Documentation.Tests;

public sealed class CSharpBlockTests
{
    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.CSharp14);

    // what this program runs with is what its packages bring
    private static readonly MetadataReference[] s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is var name && !name.StartsWith("ConnectionGen.Documentation", StringComparison.Ordinal)
                && !name.StartsWith("ConnectionGen.Generators", StringComparison.Ordinal) && !name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    public static TheoryData<string, int> Blocks => [.. Pages.Blocks("csharp").Select(static block => (block.Page, block.Line))];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Every_block_of_code_compiles(string page, int line)
    {
        var block = Pages.BlocksOf(page).Single(block => block.Line == line);

        var errors = Compile(block).GetDiagnostics(TestContext.Current.CancellationToken).Where(static one => one.Severity == DiagnosticSeverity.Error && !IsWrittenByAnotherGenerator(one));

        var told = errors.Select(static one => $"{one.Location.GetMappedLineSpan().Path}({one.Location.GetMappedLineSpan().StartLinePosition.Line + 1}): {one.Id}: {one.GetMessage()}").ToArray();
        Assert.True(told.Length == 0, $"{string.Join('\n', told)}\nWhat a block stands on, such as a variable, is declared in Preambles/{Path.GetFileNameWithoutExtension(page)}.cs.");
    }

    /// <summary>The device of the pages is known, so that what is wrong is found: a check of this test itself.</summary>
    [Fact]
    public void A_block_that_is_wrong_is_found()
    {
        var wrong = Compile(new Block("docs/start.md", 1, "csharp", "await lab.Pheonix.ConnectAsync();\n"));

        Assert.Contains(wrong.GetDiagnostics(TestContext.Current.CancellationToken), static one => one.Id == "CS1061" && one.Location.GetMappedLineSpan().Path == "docs/start.md");
    }

    private static CSharpCompilation Compile(Block block)
    {
        var program = new BlockProgram(block);
        var items = Pages.BlocksOf(block.Page).Where(static one => one.Language == "yaml" && one.Text.StartsWith("# ", StringComparison.Ordinal))
            .Select(static one => (Name: one.Text.Split('\n')[0][2..], one.Text)).Where(static one => one.Name.EndsWith(".yaml", StringComparison.Ordinal))
            .Append((Name: "lab.yaml", Text: File.ReadAllText(Path.Combine(Pages.Root, "tests", "ConnectionGen.Documentation.Tests", "Preambles", "lab.yaml"))))
            .DistinctBy(static one => one.Name)
            .Select(static one => (AdditionalText)new TestbedItem(one.Name, one.Text));
        var compilation = CSharpCompilation.Create(
            "Block", [CSharpSyntaxTree.ParseText(program.ToString(), s_parse, "Block.cs")], s_references,
            new CSharpCompilationOptions(program.IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new ConnectionGenGenerator().AsSourceGenerator()], items, s_parse, new ProjectSettings())
            .RunGeneratorsAndUpdateCompilation(compilation, out var whole, out _, TestContext.Current.CancellationToken);
        return (CSharpCompilation)whole;
    }

    // the other half of [GeneratedRegex] and [LoggerMessage] members comes from generators of the SDK, which do not run here
    private static bool IsWrittenByAnotherGenerator(Diagnostic diagnostic) => diagnostic.Id == "CS8795";
}
