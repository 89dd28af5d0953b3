using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ConnectionGen.Benchmarks.Compiler;

/// <summary>A generator on a project of so many annotated types: run afresh, and after edits.</summary>
internal sealed class GeneratorCandidate(string name, string assembly, LargeProject project)
{
    private readonly Func<IEnumerable<ISourceGenerator>> _generators = CompilerFiles.Generators(assembly);
    private GeneratorDriver? _driver;
    private int _edits;

    public string Name => name;

    /// <summary>The established generators, each on as many types as it is given by one who uses it so much.</summary>
    public static IReadOnlyList<GeneratorCandidate> Peers(int types) =>
    [
        new("PolyType", "PolyType.SourceGenerator", LargeProject.Of(types, static n => Text($$"""
            [PolyType.GenerateShape] public partial class P{{n}} { public int A { get; set; } public string? B { get; set; } public System.Collections.Generic.List<int>? C { get; set; } }
            """))),
        new("System.Text.Json", "System.Text.Json.SourceGeneration", LargeProject.Of(types, static n => Text($$"""
            public class P{{n}} { public int A { get; set; } public string? B { get; set; } public System.Collections.Generic.List<int>? C { get; set; } }
            [System.Text.Json.Serialization.JsonSerializable(typeof(P{{n}}))] public partial class X{{n}} : System.Text.Json.Serialization.JsonSerializerContext { }
            """))),
        new("Mapperly", "Riok.Mapperly", LargeProject.Of(types, static n => Text($$"""
            public class P{{n}} { public int A { get; set; } public string? B { get; set; } }
            public class Q{{n}} { public int A { get; set; } public string? B { get; set; } }
            [Riok.Mapperly.Abstractions.Mapper] public partial class M{{n}} { public partial Q{{n}} Map(P{{n}} p); }
            """))),
        new("MVVM Toolkit", "CommunityToolkit.Mvvm.SourceGenerators", LargeProject.Of(types, static n => Text($$"""
            public partial class P{{n}} : CommunityToolkit.Mvvm.ComponentModel.ObservableObject
            {
                [CommunityToolkit.Mvvm.ComponentModel.ObservableProperty] private int _a;
                [CommunityToolkit.Mvvm.ComponentModel.ObservableProperty] private string? _b;
                [CommunityToolkit.Mvvm.Input.RelayCommand] private void Go() { }
            }
            """))),
    ];

    /// <summary>All of it, as when a build begins.</summary>
    public Task RunAfreshAsync(int times)
    {
        for (var n = 0; n < times; n++)
        {
            Check(project.Driver(_generators()).RunGenerators(project.Compilation.Clone()));
        }

        return Task.CompletedTask;
    }

    /// <summary>Once more after each edit of a method's body.</summary>
    public Task RunAfterEditsAsync(int times)
    {
        _driver ??= project.Driver(_generators()).RunGenerators(project.Compilation);
        for (var n = 0; n < times; n++)
        {
            _driver = _driver.RunGenerators(project.Edit(++_edits));
        }

        return Task.CompletedTask;
    }

    // what fails or writes nothing is fast, too
    private void Check(GeneratorDriver driver)
    {
        var result = driver.GetRunResult();
        if (result.GeneratedTrees.Length < 20 || result.Results.Any(static r => r.Exception is not null))
        {
            throw new InvalidOperationException($"{name} wrote {result.GeneratedTrees.Length} files: {result.Results.FirstOrDefault(static r => r.Exception is not null).Exception}");
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
