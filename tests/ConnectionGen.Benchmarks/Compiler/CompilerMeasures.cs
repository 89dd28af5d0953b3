using System.Globalization;
using ConnectionGen.Measures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConnectionGen.Benchmarks.Compiler;

/// <summary>What the generator costs beside established ones, and all analyzers beside an empty one.</summary>
internal static class CompilerMeasures
{
    private const int Types = 1000;
    private const int Devices = 1000;
    private const int Calls = 20_000;
    private const int Interfaces = 8;

    /// <summary>What the generator costs beside established ones.</summary>
    public static Task GeneratorAsync() => ReportAsync(
        "Generator",
        "generator",
        $"Each generator is loaded from its package, as the compiler loads it, and runs in turn with the others in one process: afresh on {Types} annotated types of about three members each, "
        + $"and again after an edit of the body of one method elsewhere; ours also with {Devices} devices and {Calls} calls beside the types. "
        + "That a testbed file is read once for each of its texts is counted in the tests of generator and analyzers.",
        async rows =>
        {
            await GeneratorsAsync(rows);
            await SmallAsync(rows);
            await LabAsync(rows);
        });

    /// <summary>What all analyzers cost beside an empty one.</summary>
    /// <param name="classes">How many connection classes the project has.</param>
    /// <param name="isVerbose">Whether each analyzer's own time goes to the error stream; asking for it costs time itself.</param>
    public static Task AnalyzersAsync(int classes, bool isVerbose) => ReportAsync(
        $"Analyzers, {classes} classes",
        $"analyzers {classes}",
        "The time until all diagnostics of a project are known, the compiler's among them: with an analyzer that asks for nothing, and with all of ours, in turn.",
        rows => AnalyzersAsync(classes, rows, isVerbose));

    private static async Task ReportAsync(string heading, string arguments, string explanation, Func<List<string>, Task> measure)
    {
        var rows = new List<string> { "| measure | found | wanted | holds |", "|---|---|---|---|" };
        await measure(rows);
        await PerformancePage.WriteTableAsync(heading, arguments, explanation, rows);
    }

    private static async Task GeneratorsAsync(List<string> rows)
    {
        GeneratorCandidate[] candidates =
        [
            new("ours", "ConnectionGen.Generators", LargeProject.OfConnections(Types, 0, 0)),
            new("ours with the devices and calls", "ConnectionGen.Generators", LargeProject.OfConnections(Types, Devices, Calls)),
            .. GeneratorCandidate.Peers(Types),
        ];
        Beside(rows, "run afresh", "ms", candidates, await Interleaved.RunAsync(3, 1, [.. candidates.Select(static c => (Func<int, Task>)c.RunAfreshAsync)]));
        Beside(rows, "edit of a method's body", "ms", candidates, await Interleaved.RunAsync(5, 1, [.. candidates.Select(static c => (Func<int, Task>)c.RunAfterEditsAsync)]));
    }

    private static void Beside(List<string> rows, string what, string unit, GeneratorCandidate[] candidates, Interleaved found)
    {
        var best = Enumerable.Range(2, candidates.Length - 2).MinBy(found.Nanoseconds);
        for (var n = 0; n < candidates.Length; n++)
        {
            rows.Add(Interleaved.Row($"{what}, {Types} types: {candidates[n].Name}", found.Nanoseconds(n) / 1e6, unit, "", true));
            if (n < 2)
            {
                var ratio = found.Ratio(best, n);
                rows.Add(Interleaved.Row($"{what}, {candidates[n].Name}, beside the best of the others, {candidates[best].Name}", ratio, "times", "at most 0.5", ratio <= 0.5));
            }
        }
    }

    private static async Task SmallAsync(List<string> rows)
    {
        var ours = new GeneratorCandidate("ours", "ConnectionGen.Generators", LargeProject.OfConnections(20, Devices, Calls));
        var edit = await Interleaved.RunAsync(21, 1, ours.RunAfterEditsAsync);
        rows.Add(Interleaved.Row($"edit of a method's body, 20 classes, {Devices} devices, {Calls} calls", edit.Nanoseconds(0) / 1e6, "ms", "at most 5 ms", edit.Nanoseconds(0) <= 5e6));
    }

    private static async Task LabAsync(List<string> rows)
    {
        var project = LargeProject.OfLab(Devices, Interfaces);
        var generators = CompilerFiles.Generators("ConnectionGen.Generators");
        var afresh = await Interleaved.RunAsync(9, 1, _ =>
        {
            var written = project.Driver(generators()).RunGenerators(project.Compilation.Clone()).GetRunResult().Results.Single().GeneratedSources;
            if (!written.Any(static file => file.HintName.Contains("Lab", StringComparison.Ordinal)))
            {
                throw new InvalidOperationException($"Nothing was written for the lab, but {string.Join(", ", written.Select(static file => file.HintName))}.");
            }

            return Task.CompletedTask;
        });
        rows.Add(Interleaved.Row($"run afresh, typed code for {Devices} devices with {Interfaces} interfaces each", afresh.Nanoseconds(0) / 1e6, "ms", "at most 500 ms", afresh.Nanoseconds(0) <= 500e6));
    }

    private static async Task AnalyzersAsync(int classes, List<string> rows, bool isVerbose)
    {
        var project = LargeProject.OfConnections(classes, Devices, Calls);
        project.Driver(CompilerFiles.Generators("ConnectionGen.Generators")()).RunGeneratorsAndUpdateCompilation(project.Compilation, out var whole, out _);
        Refuse(whole.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error));
        var found = await Interleaved.RunAsync(
            3,
            1,
            _ => AnalyzeAsync(whole, project, isVerbose: false, new EmptyAnalyzer()),
            _ => AnalyzeAsync(whole, project, isVerbose, [.. CompilerFiles.Analyzers("ConnectionGen.Analyzers")]));
        var more = (found.Ratio(0, 1) - 1) * 100;
        var size = string.Create(CultureInfo.InvariantCulture, $"{classes} classes, {Devices} devices, {Calls} calls");
        rows.Add(Interleaved.Row($"binding of {size}, with an empty analyzer", found.Nanoseconds(0) / 1e6, "ms", "", true));
        rows.Add(Interleaved.Row($"all analyzers, more than that, {size}", more, "%", "at most 15 %", more <= 15));
    }

    private static async Task AnalyzeAsync(Compilation whole, LargeProject project, bool isVerbose, params DiagnosticAnalyzer[] analyzers)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([.. project.Files], project.Options), static (failure, _, _) => throw failure, concurrentAnalysis: true, logAnalyzerExecutionTime: isVerbose);
        var with = whole.Clone().WithAnalyzers([.. analyzers], options);
        Refuse((await with.GetAllDiagnosticsAsync(CancellationToken.None)).Where(static d => d.Severity >= DiagnosticSeverity.Warning));
        foreach (var analyzer in isVerbose ? with.Analyzers : [])
        {
            var telemetry = await with.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None);
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{analyzer.GetType().Name} {telemetry.ExecutionTime.TotalMilliseconds:F0} ms"));
        }
    }

    // a correct project is what is measured
    private static void Refuse(IEnumerable<Diagnostic> problems)
    {
        if (problems.FirstOrDefault() is { } problem)
        {
            throw new InvalidOperationException($"The project to measure is not correct: {problem}");
        }
    }
}
