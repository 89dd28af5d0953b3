using System.Globalization;

namespace ConnectionGen.RealDevices.Tests.Soak;

/// <summary>
/// Mixed work on 200 simulated devices with random faults, and on the routers of the lab where it is up, for a while: every command is answered rightly or
/// fails with a reason, memory stays flat, and no session, socket or thread is left.
/// </summary>
public sealed class SoakTests
{
    private const int Devices = 200;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task Work_goes_on_for_two_minutes() => RunAsync(TimeSpan.FromMinutes(1.8));

    /// <summary>By hand: <c>ConnectionGen.RealDevices.Tests --explicit only --filter-method "*twenty_minutes*" --output Detailed</c>.</summary>
    [Fact(Explicit = true)]
    public Task Work_goes_on_for_twenty_minutes() => RunAsync(TimeSpan.FromMinutes(20));

    private static async Task RunAsync(TimeSpan length)
    {
        var counts = new SoakCounts();
        var (sockets, threads) = (SoakMemory.Sockets(), SoakMemory.Threads());
        await using var routers = new SoakRouters(Devices);
        await using var simulated = Testbed.Parse(routers.Describe());
        await using var real = SoakLab.Load();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        stop.CancelAfter(length);
        Task[] work =
        [
            .. simulated.Devices.Values.Select((device, number) => new SoakWork(device, new Random(number), counts).RunAsync(stop.Token)),
            .. (real?.Devices.Values ?? []).Select((device, number) => new SoakLabWork(device, new Random(number), counts).RunAsync(stop.Token)),
            routers.RebootAtRandomAsync(stop.Token),
        ];
        var memory = await SoakMemory.WatchAsync(length, stop.Token);
        await Task.WhenAll(work).WaitAsync(TimeSpan.FromMinutes(2), Token);

        await Task.WhenAll(simulated.Devices.Values.Select(static device => device.DestroyAllAsync()));
        await Task.WhenAll((real?.Devices.Values ?? []).Select(static device => device.DestroyAllAsync()));
        var sessions = await routers.OpenSessionsAsync(Token);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {length.TotalMinutes:0.#} min, {Devices} simulated devices{(real is null ? "" : $", {real.Devices.Count} ways to the lab")}
            {counts}
            {routers.SessionCount} sessions, {sessions} open afterwards
            {memory}
            """));
        Assert.True(counts.Wrong.IsEmpty, string.Join('\n', counts.Wrong.Take(20)));
        Assert.Equal(0, counts.Running);
        Assert.True(counts.Answered > 20 * length.TotalSeconds, $"{counts}");
        Assert.Equal(0, sessions);
        Assert.True(memory.IsFlat, $"{memory}");
        await routers.DisposeAsync();
        await SoakMemory.SettleAsync(() => SoakMemory.Sockets() <= sockets && SoakMemory.Threads() <= threads + 40, Token);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"sockets before {sockets}, after {SoakMemory.Sockets()}; threads of the pool before {threads}, after {SoakMemory.Threads()}"));
        Assert.InRange(SoakMemory.Sockets(), 0, sockets);
        Assert.InRange(SoakMemory.Threads(), 0, threads + 40);
    }
}
