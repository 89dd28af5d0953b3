using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ConnectionGen.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConnectionGen.Analyzers.Tests;

/// <summary>
/// A program as a user writes it: one of the files in <c>Programs</c>. Its first lines may say what is beside it:
/// <c>// testbeds: lab.yaml, site.yaml</c> its Testbed items (lab.yaml unless said), <c>// with: A.cs</c> another source file,
/// <c>// library: A.cs</c> an assembly that it references, <c>// output: library</c> that it is none to run.
/// </summary>
internal sealed class UserProgram
{
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.CSharp14);

    private UserProgram(ImmutableArray<SyntaxTree> own, ImmutableArray<AdditionalText> items, CSharpCompilation compilation)
    {
        Own = own;
        Items = items;
        Compilation = compilation;
    }

    /// <summary>Where the programs stand.</summary>
    public static string Folder { get; } = Path.Combine(Path.GetDirectoryName(SourcePath())!, "..", "Programs");

    /// <summary>The trees that the user wrote.</summary>
    public ImmutableArray<SyntaxTree> Own { get; }

    public ImmutableArray<AdditionalText> Items { get; }

    /// <summary>The program with what is generated for it.</summary>
    public CSharpCompilation Compilation { get; }

    public static UserProgram Read(string file)
    {
        var text = File.ReadAllText(Path.Combine(Folder, file));
        var libraries = Named(text, "library").Select(library => Library(library).ToMetadataReference());
        var sources = Named(text, "with").Select(other => (other, FromFolder("Libraries", other))).Prepend((file, text));
        var items = Named(text, "testbeds") is { Length: > 0 } named ? named : ["lab.yaml"];
        var kind = Named(text, "output") is ["library"] ? OutputKind.DynamicallyLinkedLibrary : OutputKind.ConsoleApplication;
        return Of(sources, items.Select(item => (item, FromFolder("Files", item))), kind, libraries);
    }

    public static UserProgram Of(IEnumerable<(string Path, string Text)> sources, IEnumerable<(string Path, string Text)> items, OutputKind kind, IEnumerable<MetadataReference>? libraries = null)
    {
        ImmutableArray<AdditionalText> files = [.. items.Select(item => new TestbedFile("/0/" + item.Path, item.Text))];
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new ConnectionGenGenerator().AsSourceGenerator()], files, s_parse, new ProjectSettings());
        return Of(sources, files, kind, [.. References.Program, .. libraries ?? []], ref driver);
    }

    /// <summary>A program whose generator has run before, on another text of it.</summary>
    public static UserProgram Of(
        IEnumerable<(string Path, string Text)> sources, ImmutableArray<AdditionalText> items, OutputKind kind, IEnumerable<MetadataReference> references, ref GeneratorDriver driver)
    {
        ImmutableArray<SyntaxTree> own = [.. sources.Prepend(("Usings.cs", Usings)).Select(source => CSharpSyntaxTree.ParseText(source.Item2, s_parse, "/0/" + source.Item1))];
        var compilation = CSharpCompilation.Create("Program", own, references, Options(kind));
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var whole, out _, TestContext.Current.CancellationToken);
        return new UserProgram(own, items, (CSharpCompilation)whole);
    }

    /// <summary>The program as an editor holds it.</summary>
    public Project In(AdhocWorkspace workspace)
    {
        var project = ProjectId.CreateNewId();
        var solution = workspace.CurrentSolution.AddProject(ProjectInfo.Create(
            project, VersionStamp.Default, "Program", "Program", LanguageNames.CSharp, compilationOptions: Compilation.Options, parseOptions: s_parse, metadataReferences: Compilation.References));
        foreach (var tree in Compilation.SyntaxTrees)
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(project), Path.GetFileName(tree.FilePath), tree.GetText(TestContext.Current.CancellationToken), filePath: tree.FilePath);
        }

        foreach (var item in Items)
        {
            solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(project), Path.GetFileName(item.Path), item.GetText(TestContext.Current.CancellationToken)!, filePath: item.Path);
        }

        var settings = string.Join("\n", Items.Select(item => CodeTest.Settings(item.Path.Replace("/0/", "", StringComparison.Ordinal)).Replace("is_global = true\n", "", StringComparison.Ordinal)).Prepend("is_global = true"));
        return solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(project), ".globalconfig", Microsoft.CodeAnalysis.Text.SourceText.From(settings), filePath: "/0/.globalconfig").GetProject(project)!;
    }

    /// <summary>What compiler and analyzers say, in the order of the text; what the program suppresses is marked so.</summary>
    public async Task<ImmutableArray<Diagnostic>> AnalyzeAsync()
    {
        var found = await AskAnalyzersAsync();
        var compiled = Compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS5001"); // tests have their runner's entry point
        return [.. compiled.Concat(found).OrderBy(diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>What the analyzers alone say.</summary>
    public Task<ImmutableArray<Diagnostic>> AskAnalyzersAsync()
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions(Items, new ProjectSettings()), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true);
        return Compilation.WithAnalyzers(Loose.Analyzers, options).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
    }

    // CS1701: as the SDK does
    private static CSharpCompilationOptions Options(OutputKind kind) =>
        new(kind, nullableContextOptions: NullableContextOptions.Enable, specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]);

    private static CSharpCompilation Library(string file)
    {
        var text = FromFolder("Libraries", file);
        var tree = CSharpSyntaxTree.ParseText(text, s_parse, "/1/" + file);
        var usings = CSharpSyntaxTree.ParseText(Usings, s_parse, "/1/Usings.cs");
        ImmutableArray<AdditionalText> items = text.Contains("[Testbed(", StringComparison.Ordinal) ? [new TestbedFile("/0/lab.yaml", FromFolder("Files", "lab.yaml"))] : [];
        var name = Path.GetFileNameWithoutExtension(file);
        return Generate(CSharpCompilation.Create(name, [tree, usings], References.Program, Options(OutputKind.DynamicallyLinkedLibrary)), items);
    }

    private static CSharpCompilation Generate(CSharpCompilation compilation, ImmutableArray<AdditionalText> items)
    {
        CSharpGeneratorDriver.Create([new ConnectionGenGenerator().AsSourceGenerator()], items, s_parse, new ProjectSettings())
            .RunGeneratorsAndUpdateCompilation(compilation, out var whole, out var problems, TestContext.Current.CancellationToken);
        Assert.Empty(problems);
        return (CSharpCompilation)whole;
    }

    private static string FromFolder(string folder, string file) => File.ReadAllText(Path.Combine(Folder, folder, file));

    private static string[] Named(string text, string what) =>
        [.. text.Split('\n').TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal))
            .Where(line => line.StartsWith($"// {what}: ", StringComparison.Ordinal))
            .SelectMany(line => line[(what.Length + 5)..].Split(',', StringSplitOptions.TrimEntries))];

    private static string SourcePath([CallerFilePath] string path = "") => path;
}
