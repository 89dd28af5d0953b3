using System.Diagnostics;
using System.Globalization;
using ConnectionGen.Cli;

namespace ConnectionGen.CliMeasures;

/// <summary>Commands on one or many connections to the lab's router, counted and timed.</summary>
internal sealed class RouterRun(string kind, int commands, TimeSpan limit)
{
    // the router's own Telnet line takes so many logins at once; more are dropped and tried again much later
    private const int LoginsOfVty = 3;

    private readonly Lock _lock = new();
    private readonly List<double> _logins = [];
    private string _error = "";
    private int _bad;

    public async Task<string> MeasureAsync(int connections)
    {
        await using var lab = LabTestbed.Load();
        var router = lab.Devices["r1"];
        var start = Stopwatch.GetTimestamp();
        var open = await ConnectAsync(router, connections);
        var connected = Stopwatch.GetElapsedTime(start);
        var (versions, versionTime) = await CountAsync(open, "show version", "FRRouting ");
        var (configurations, configurationTime) = await CountAsync(open, "show running-config", "198.18.1.160/30");
        var peak = ProcessMemory.PeakKilobytes();
        var warm = connections == 1 ? await WarmAsync(router) : 0;
        _logins.Sort();
        return string.Create(CultureInfo.InvariantCulture, $$"""
            {"connect_ms":{{connected.TotalMilliseconds:F2}},"each_ms":{{Middle(_logins):F2}},"failed":{{connections - open.Count}},"ver_n":{{versions}},"ver_s":{{versionTime.TotalSeconds:F4}},"run_n":{{configurations}},"run_s":{{configurationTime.TotalSeconds:F4}},"bad":{{_bad}},"err":"{{_error}}","warm_ms":{{warm:F2}},"rss_kb":{{peak}},"child_rss_kb":0}
            """);
    }

    private async Task<List<CliConnection>> ConnectAsync(Device router, int connections)
    {
        var open = new List<CliConnection>();
        using var gate = new SemaphoreSlim(kind == "vty" ? LoginsOfVty : connections);
        await Task.WhenAll(Enumerable.Range(0, connections).Select(async n =>
        {
            await gate.WaitAsync();
            try
            {
                var start = Stopwatch.GetTimestamp();
                var connection = await router.ConnectAsync<CliConnection>(alias: $"c{n}", via: kind);
                lock (_lock)
                {
                    open.Add(connection);
                    _logins.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }
            catch (Exception e) when (e is ConnectionGenException or TimeoutException or IOException)
            {
                Note(e);
            }
            finally
            {
                gate.Release();
            }
        }));
        return open;
    }

    private async Task<(int Count, TimeSpan Time)> CountAsync(IReadOnlyList<CliConnection> open, string command, string must)
    {
        var count = 0;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(open.Select(connection => Task.Run(async () =>
        {
            try
            {
                for (var n = 0; n < commands && Stopwatch.GetElapsedTime(start) < limit; n++)
                {
                    var output = await connection.ExecuteAsync(command);
                    if (!output.Contains(must, StringComparison.Ordinal))
                    {
                        Interlocked.Increment(ref _bad);
                    }

                    Interlocked.Increment(ref count);
                }
            }
            catch (Exception e) when (e is ConnectionGenException or TimeoutException or IOException)
            {
                Note(e);
            }
        })));
        return (count, Stopwatch.GetElapsedTime(start));
    }

    /// <summary>How long a login takes in a process that has done one, in milliseconds.</summary>
    private async Task<double> WarmAsync(Device router)
    {
        var times = new List<double>();
        for (var n = 0; n < 5; n++)
        {
            var start = Stopwatch.GetTimestamp();
            await router.ConnectAsync<CliConnection>(alias: "warm", via: kind);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            await router.DestroyAsync("warm");
        }

        times.Sort();
        return Middle(times);
    }

    private void Note(Exception e)
    {
        lock (_lock)
        {
            _error = $"{e.GetType().Name}: {e.Message}".ReplaceLineEndings(" ").Replace('"', '\'').Replace('\\', '/');
        }
    }

    private static double Middle(List<double> sorted) => sorted.Count == 0 ? 0 : sorted[sorted.Count / 2];
}
