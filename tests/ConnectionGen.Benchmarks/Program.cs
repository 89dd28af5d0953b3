using System.Globalization;
using BenchmarkDotNet.Running;
using ConnectionGen.Benchmarks;
using ConnectionGen.Benchmarks.Cli;
using ConnectionGen.Benchmarks.Compiler;
using ConnectionGen.Benchmarks.Simulated;

// dotnet run -c Release --project tests/ConnectionGen.Benchmarks -- simulation        simulated devices beside their limits; with the lab up, beside a router
// dotnet run -c Release --project tests/ConnectionGen.Benchmarks -- generator         our generator beside others; writes its section of docs/performance.md, too
// dotnet run -c Release --project tests/ConnectionGen.Benchmarks -- analyzers 1000    our analyzers beside an empty one, in a project of so many classes; likewise
// dotnet run -c Release --project tests/ConnectionGen.Benchmarks -- cli CLIENT [FOLDER...]  command lines: our native client alone, and beside others whose runs left files
// dotnet run -c Release --project tests/ConnectionGen.Benchmarks -- --filter '*'      the runtime by BenchmarkDotNet, at its length; tests/ConnectionGen.Measures is quicker
if (args is ["generator"])
{
    await CompilerMeasures.GeneratorAsync();
    return;
}

if (args is ["analyzers", var classes, ..])
{
    await CompilerMeasures.AnalyzersAsync(int.Parse(classes, CultureInfo.InvariantCulture), isVerbose: args.Contains("--verbose"));
    return;
}

if (args is ["cli", var client, .. var folders])
{
    await CliMeasures.RunAsync(client, folders);
    return;
}

if (args is not ["simulation"])
{
    BenchmarkSwitcher.FromAssembly(typeof(ServiceCallBenchmarks).Assembly).Run(args);
    return;
}

Console.WriteLine("| measure | found | wanted | holds |");
Console.WriteLine("|---|---|---|---|");
foreach (var row in await SimulationMeasures.RunAsync())
{
    Console.WriteLine(row);
}
