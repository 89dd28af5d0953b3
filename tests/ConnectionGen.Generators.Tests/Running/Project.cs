using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConnectionGen.Generators.Tests;

/// <summary>A user's project in memory: sources, testbed files, references.</summary>
internal sealed record Project
{
    public const string Directory = "/project";

    // a full set of reference assemblies makes each compilation many times slower
    private static readonly HashSet<string> s_references =
    [
        "System.Private.CoreLib", "System.Runtime", "System.Collections", "System.Threading", "System.Linq", "System.Linq.Expressions", "System.Net.Primitives",
        "System.Private.Uri", "System.Memory", "System.ComponentModel", "System.ComponentModel.Primitives", "System.Console", "System.Diagnostics.DiagnosticSource",
        "netstandard", "Microsoft.Extensions.Logging.Abstractions", "ConnectionGen",
    ];

    private static readonly ImmutableArray<MetadataReference> s_framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => s_references.Contains(Path.GetFileNameWithoutExtension(path)))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    // versions of framework assemblies; documentation and use of parameters, which the samples do without
    private static readonly string[] s_silenced = ["CS1701", "CS1702", "CS1591", "CS9113"];

    public string AssemblyName { get; init; } = "Sample";

    public CSharpParseOptions Language { get; init; } = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    public ImmutableArray<(string Path, string Text)> Sources { get; init; } = [];

    public ImmutableArray<YamlFile> Files { get; init; } = [];

    public ImmutableArray<MetadataReference> References { get; init; } = [];

    public static Project Of(params string[] sources) => new() { Sources = [.. sources.Select((text, i) => ($"File{i}.cs", text))] };

    public Project With(string path, string yaml, string? link = null) => this with { Files = Files.Add(new YamlFile(path, yaml, link: link)) };

    public CSharpCompilation Compile() => CSharpCompilation.Create(
        AssemblyName,
        Sources.Select(s => CSharpSyntaxTree.ParseText(s.Text, Language, s.Path)),
        s_framework.AddRange(References),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, generalDiagnosticOption: ReportDiagnostic.Error, warningLevel: 9999)
            .WithSpecificDiagnosticOptions([.. s_silenced.Select(static id => new KeyValuePair<string, ReportDiagnostic>(id, ReportDiagnostic.Suppress))]));

    public GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new ConnectionGenGenerator().AsSourceGenerator()],
        Files,
        Language,
        new ProjectOptions(Directory),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Generates twice, and asserts that nothing was done the second time.</summary>
    public Generated Generate()
    {
        var compilation = Compile();
        var driver = Driver().RunGenerators(compilation, TestContext.Current.CancellationToken);
        var generated = new Generated(compilation, driver);
        Assert.Null(generated.Result.Exception);
        Steps.AssertNothingDone(driver.RunGenerators(compilation.Clone(), TestContext.Current.CancellationToken));
        return generated;
    }
}
