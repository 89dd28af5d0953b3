using System.Threading.Channels;
using BenchmarkDotNet.Attributes;
using ConnectionGen.Measures;
using Microsoft.Extensions.ObjectPool;

namespace ConnectionGen.Benchmarks;

/// <summary>Lease and return of a worker, uncontended (at most 150 ns and 100 B), and with 64 callers on 8 workers (at least as many calls as a channel serves).</summary>
[MemoryDiagnoser]
public class PoolBenchmarks
{
    private const int Workers = 8;
    private const int Callers = 64;
    private const int CallsEach = 200;

    private readonly DefaultObjectPool<PlainConnection> _objectPool = new(new DefaultPooledObjectPolicy<PlainConnection>(), Workers);
    private readonly Channel<PlainConnection> _channel = Channel.CreateUnbounded<PlainConnection>();
    private Testbed _testbed = null!;
    private ConnectionPool<BenchConnection> _pool = null!;

    [GlobalSetup]
    public void Setup()
    {
        _testbed = Testbed.Parse("devices: {r: {connections: {defaults: {class: BenchConnection}, a: {protocol: ssh, ip: 127.0.0.1}}}}");
        _pool = _testbed.Devices["r"].ConnectPool<BenchConnection>(Workers, "pool");
        for (var n = 0; n < Workers; n++)
        {
            _channel.Writer.TryWrite(new PlainConnection());
        }
    }

    [GlobalCleanup]
    public void Cleanup() => _testbed.Dispose();

    [Benchmark]
    public async ValueTask LeaseAndReturn()
    {
        using var lease = await _pool.LeaseAsync();
    }

    [Benchmark]
    public void ObjectPoolGetAndReturn() => _objectPool.Return(_objectPool.Get());

    [Benchmark]
    public async ValueTask ChannelReadAndWrite() => _channel.Writer.TryWrite(await _channel.Reader.ReadAsync());

    [Benchmark]
    public Task ContendedPool() => Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
    {
        for (var n = 0; n < CallsEach; n++)
        {
            using var lease = await _pool.LeaseAsync();
            await Task.Yield();
        }
    })));

    [Benchmark]
    public Task ContendedChannel() => Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
    {
        for (var n = 0; n < CallsEach; n++)
        {
            var worker = await _channel.Reader.ReadAsync();
            await Task.Yield();
            _channel.Writer.TryWrite(worker);
        }
    })));
}
