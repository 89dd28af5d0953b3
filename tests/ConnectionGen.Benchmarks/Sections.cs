using ConnectionGen.Benchmarks.Compiler;
using ConnectionGen.Benchmarks.Packaged;
using ConnectionGen.Benchmarks.Runtime;
using ConnectionGen.Benchmarks.Simulated;

namespace ConnectionGen.Benchmarks;

/// <summary>The sections of the page of measures, in the order in which they are measured.</summary>
internal static class Sections
{
    private const int ManyClasses = 1000;

    private static readonly (string Name, Func<Task> MeasureAsync)[] s_all =
    [
        // first, while the process holds nothing else
        ("simulation", SimulationMeasures.WriteAsync),
        ("runtime", RuntimeProgram.WriteAsync),
        ("cli", RuntimeProgram.WriteCommandLinesAsync),
        ("testbeds", RuntimeProgram.WriteTestbedsAsync),
        ("generator", CompilerMeasures.GeneratorAsync),
        ("analyzers", static () => CompilerMeasures.AnalyzersAsync(ManyClasses, isVerbose: false)),
        ("packages", PackageMeasures.RunAsync),
        ("native", NativeMeasures.RunAsync),
    ];

    public static IEnumerable<string> Names => s_all.Select(static section => section.Name);

    /// <summary>Measures one section, or all of them.</summary>
    public static async Task WriteAsync(string? name = null)
    {
        foreach (var (_, measureAsync) in s_all.Where(section => name is null || section.Name == name))
            await measureAsync();
    }
}
