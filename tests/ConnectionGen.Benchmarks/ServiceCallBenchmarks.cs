using BenchmarkDotNet.Attributes;
using ConnectionGen.Measures;

namespace ConnectionGen.Benchmarks;

/// <summary>A service through the device, beside a direct call of the same method: at most 100 ns and 200 B more where it completes at once, 500 ns and 400 B where it suspends.</summary>
[MemoryDiagnoser]
public class ServiceCallBenchmarks
{
    private readonly AsyncLocal<int> _first = new();
    private readonly AsyncLocal<int> _second = new();
    private readonly AsyncLocal<int> _third = new();
    private readonly PlainConnection _plain = new();
    private Testbed _testbed = null!;
    private Device _device = null!;

    /// <summary>Other values that the calling flow carries.</summary>
    [Params(0, 3)]
    public int AsyncLocals { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _testbed = Testbed.Parse("devices: {r: {connections: {defaults: {class: BenchConnection}, a: {protocol: ssh, ip: 127.0.0.1}}}}");
        _device = _testbed.Devices["r"];
        _device.Connect();
        if (AsyncLocals == 3)
        {
            (_first.Value, _second.Value, _third.Value) = (1, 2, 3);
        }
    }

    [GlobalCleanup]
    public void Cleanup() => _testbed.Dispose();

    [Benchmark(Baseline = true)]
    public Task<string> CompletingDirect() => _plain.ExecuteAsync("show clock");

    [Benchmark]
    public Task<string> CompletingThroughDevice() => _device.ExecuteAsync("show clock");

    [Benchmark]
    public async Task<string> SuspendingDirect() => await _plain.SuspendAsync("show clock");

    [Benchmark]
    public async Task<string> SuspendingThroughDevice() => await _device.SuspendAsync("show clock");
}
