using BenchmarkDotNet.Running;
using ConnectionGen.Benchmarks;

// dotnet run -c Release --project tests/ConnectionGen.Benchmarks                      measures beside their limits, in two minutes
// dotnet run -c Release --project tests/ConnectionGen.Benchmarks -- --filter '*'      the same by BenchmarkDotNet, at its length
if (args.Length > 0)
{
    BenchmarkSwitcher.FromAssembly(typeof(ServiceCallBenchmarks).Assembly).Run(args);
    return;
}

Console.WriteLine("| measure | found | wanted | holds |");
Console.WriteLine("|---|---|---|---|");
foreach (var row in await RuntimeMeasures.RunAsync())
{
    Console.WriteLine(row);
}
