using BenchmarkDotNet.Running;
using ConnectionGen.Benchmarks;
using ConnectionGen.Benchmarks.Simulated;

// dotnet run -c Release --project tests/ConnectionGen.Benchmarks                      measures beside their limits, in two minutes
// dotnet run -c Release --project tests/ConnectionGen.Benchmarks -- simulation        simulated devices beside their limits; with the lab up, beside a router
// dotnet run -c Release --project tests/ConnectionGen.Benchmarks -- --filter '*'      the same by BenchmarkDotNet, at its length
if (args is not ([] or ["simulation"]))
{
    BenchmarkSwitcher.FromAssembly(typeof(ServiceCallBenchmarks).Assembly).Run(args);
    return;
}

Console.WriteLine("| measure | found | wanted | holds |");
Console.WriteLine("|---|---|---|---|");
foreach (var row in args.Length == 0 ? await RuntimeMeasures.RunAsync() : await SimulationMeasures.RunAsync())
{
    Console.WriteLine(row);
}
