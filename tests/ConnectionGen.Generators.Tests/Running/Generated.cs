using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConnectionGen.Generators.Tests;

/// <summary>A project with what the generator wrote for it.</summary>
internal sealed class Generated(CSharpCompilation compilation, GeneratorDriver driver)
{
    public GeneratorDriver Driver => driver;

    public CSharpCompilation Before => compilation;

    public GeneratorRunResult Result { get; } = driver.GetRunResult().Results.Single();

    /// <summary>The project's own sources and the generated ones together.</summary>
    public Compilation Whole => compilation.AddSyntaxTrees(Result.GeneratedSources.Select(static s => s.SyntaxTree));

    public IEnumerable<string> Files => Result.GeneratedSources.Select(static s => s.HintName).Where(static name => !name.StartsWith("Microsoft.", StringComparison.Ordinal));

    public string this[string file] => Result.GeneratedSources.Single(s => s.HintName == file).SourceText.ToString();

    public ImmutableArray<Diagnostic> Diagnostics => Whole.GetDiagnostics(TestContext.Current.CancellationToken);

    /// <summary>Asserts that everything compiles, warnings being errors.</summary>
    public Generated Compiles()
    {
        var problems = Diagnostics.Where(static d => d.Severity >= DiagnosticSeverity.Warning).Select(static d => $"{d}\n    {Line(d)}").ToArray();
        Assert.True(problems.Length == 0, string.Join("\n", problems));
        return this;
    }

    /// <summary>Asserts that no error stands in a generated file, whatever is wrong with the user's.</summary>
    public Generated AddsNoError()
    {
        var files = Result.GeneratedSources.Select(static s => s.SyntaxTree).ToHashSet();
        var problems = Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning && d.Location.SourceTree is { } tree && files.Contains(tree)).Select(static d => $"{d}\n    {Line(d)}").ToArray();
        Assert.True(problems.Length == 0, string.Join("\n", problems));
        return this;
    }

    public MetadataReference ToReference()
    {
        using var image = Emit();
        return MetadataReference.CreateFromStream(image);
    }

    /// <summary>Loads the compiled project and runs its <c>Program.Run</c>.</summary>
    public async Task<string> RunAsync()
    {
        Compiles();
        var context = new AssemblyLoadContext("generated", isCollectible: true);
        try
        {
            using var image = Emit();
            var run = context.LoadFromStream(image).GetType("Program")!.GetMethod("Run", BindingFlags.Public | BindingFlags.Static)!;
            return await (Task<string>)run.Invoke(null, null)!;
        }
        finally
        {
            context.Unload();
        }
    }

    /// <summary>The assembly's bytes.</summary>
    public byte[] ToImage()
    {
        using var image = Emit();
        return image.ToArray();
    }

    private static string Line(Diagnostic diagnostic) => diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString() ?? "";

    private MemoryStream Emit()
    {
        var image = new MemoryStream();
        var emitted = Whole.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        image.Position = 0;
        return image;
    }
}
