using ConnectionGen.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConnectionGen.Documentation.Tests;

/// <summary>A block as a program of its own, with what its page has told before it and what the generator writes.</summary>
internal static class CompiledBlock
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

    public static CSharpCompilation Of(Block block)
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
    public static bool IsWrittenByAnotherGenerator(Diagnostic diagnostic) => diagnostic.Id == "CS8795";
}
