using System.Globalization;

namespace ConnectionGen.RealDevices.Tests.Soak;

/// <summary>The live heap over the time of a run, after full collections.</summary>
/// <param name="Early">The median of the third that follows the warm-up, in bytes.</param>
/// <param name="Late">The median of the last third.</param>
internal sealed record SoakMemory(long Early, long Late)
{
    private const int Samples = 24;

    // what a run of this kind varies by, and nothing that grows with the work: a leak of 1 KB a command is far more
    public bool IsFlat => Late < Early * 1.15 + 3_000_000;

    public static async Task<SoakMemory> WatchAsync(TimeSpan length, CancellationToken cancellationToken)
    {
        var samples = new List<long>();
        using var timer = new PeriodicTimer(length / Samples);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
                samples.Add(GC.GetTotalMemory(forceFullCollection: true));
        }
        catch (OperationCanceledException)
        {
            // the end of the run
        }

        // the first third is the warm-up: code is compiled, buffers are rented, pools are filled
        var third = samples.Count / 3;
        return new SoakMemory(Median(samples[third..(2 * third)]), Median(samples[(2 * third)..]));
    }

    /// <summary>How many sockets this process has open; 0 where the system does not say.</summary>
    public static int Sockets() => OperatingSystem.IsLinux()
        ? new DirectoryInfo("/proc/self/fd").GetFiles().Count(static handle => handle.LinkTarget?.StartsWith("socket:", StringComparison.Ordinal) == true)
        : 0;

    public static int Threads() => ThreadPool.ThreadCount;

    public static async Task SettleAsync(Func<bool> isSo, CancellationToken cancellationToken)
    {
        for (var i = 0; i < 300 && !isSo(); i++)
            await Task.Delay(100, cancellationToken);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"live heap after warm-up {Early / 1e6:F1} MB, at the end {Late / 1e6:F1} MB");

    private static long Median(List<long> samples) => samples.Order().ElementAt(samples.Count / 2);
}
