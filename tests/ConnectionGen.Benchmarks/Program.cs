using System.Globalization;
using BenchmarkDotNet.Running;
using ConnectionGen.Benchmarks;
using ConnectionGen.Benchmarks.Cli;
using ConnectionGen.Benchmarks.Compiler;

// dotnet run -c Release --project tests/ConnectionGen.Benchmarks                      all measures beside their limits, printed and written to docs/performance.md
// dotnet run -c Release --project tests/ConnectionGen.Benchmarks -- simulation        one section of them: see Sections; with the lab up, beside a router
// dotnet run -c Release --project tests/ConnectionGen.Benchmarks -- analyzers 200 --verbose     in a project of so many classes, with each analyzer's own time
// dotnet run -c Release --project tests/ConnectionGen.Benchmarks -- cli CLIENT [FOLDER...]      command lines: our native client alone, and beside others whose runs left files
// dotnet run -c Release --project tests/ConnectionGen.Benchmarks -- --filter '*'      the runtime by BenchmarkDotNet, at its length
switch (args)
{
    case []:
        await Sections.WriteAsync();
        break;
    case [var section] when Sections.Names.Contains(section):
        await Sections.WriteAsync(section);
        break;
    case ["analyzers", var classes, ..]:
        await CompilerMeasures.AnalyzersAsync(int.Parse(classes, CultureInfo.InvariantCulture), isVerbose: args.Contains("--verbose"));
        break;
    case ["cli", var client, .. var folders]:
        await CliMeasures.RunAsync(client, folders);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(ServiceCallBenchmarks).Assembly).Run(args);
        break;
}
