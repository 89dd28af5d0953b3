using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using ConnectionGen.Benchmarks;

// dotnet run -c Release --project tests/ConnectionGen.Benchmarks -- --filter '*'
// Add `--native` to measure the same natively compiled, which takes minutes more.
var native = args.Contains("--native");
var config = DefaultConfig.Instance.AddJob(Job.Default.WithRuntime(BenchmarkDotNet.Environments.CoreRuntime.Core10_0).WithId("JIT"));
if (native)
{
    config = config.AddJob(Job.Default.WithRuntime(BenchmarkDotNet.Environments.NativeAotRuntime.Net10_0).WithId("native"));
}

BenchmarkSwitcher.FromAssembly(typeof(ServiceCallBenchmarks).Assembly).Run([.. args.Where(static arg => arg != "--native")], config);
