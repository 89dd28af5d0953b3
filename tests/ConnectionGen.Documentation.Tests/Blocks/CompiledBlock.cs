using System.Collections.Concurrent;
using System.Reflection;
using ConnectionGen.Analyzers.Tests;
using ConnectionGen.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConnectionGen.Documentation.Tests;

/// <summary>A block as a program of its own, with what its page has told before it and what the generators write.</summary>
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

    // those of the SDK, which write the other half of [GeneratedRegex] and [LoggerMessage] members; the build lays them there
    private static readonly ISourceGenerator[] s_generators =
    [
        new ConnectionGenGenerator().AsSourceGenerator(),
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "generators"), "*.dll").SelectMany(static file => new AnalyzerFileReference(file, new Loader()).GetGenerators(LanguageNames.CSharp)),
    ];

    private static readonly ConcurrentDictionary<Block, Lazy<CSharpCompilation>> s_compiled = new();

    public static CSharpCompilation Of(Block block) => s_compiled.GetOrAdd(block, static block => new(() => Compile(block))).Value;

    private static CSharpCompilation Compile(Block block)
    {
        var program = new BlockProgram(block);
        var items = Testbeds.Of(block.Page).Select(static one => (AdditionalText)new TestbedFile($"/0/{one.Name}", one.Text));
        var compilation = CSharpCompilation.Create(
            "Block", [CSharpSyntaxTree.ParseText(program.ToString(), s_parse, "Block.cs")], s_references,
            new CSharpCompilationOptions(program.IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create(s_generators, items, s_parse, new ProjectSettings()).RunGeneratorsAndUpdateCompilation(compilation, out var whole, out _);
        return (CSharpCompilation)whole;
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
