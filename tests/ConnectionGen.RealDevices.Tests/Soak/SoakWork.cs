using System.Globalization;
using ConnectionGen.Cli;

namespace ConnectionGen.RealDevices.Tests.Soak;

/// <summary>Works on one simulated device until it is told to stop: commands, configurations, modes, pools, records, reloads, calls that are cancelled.</summary>
internal sealed class SoakWork(Device device, Random chance, SoakCounts counts)
{
    // a router counts each line that it has not seen before
    private const int Numbers = 100;

    private int _number;

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            if (!device.IsConnected())
                await counts.DoAsync("connect", token => device.ConnectAsync<CliConnection>(cancellationToken: token), stop);
            else if (await StepAsync(stop) is ExpectTimeoutException)
                await counts.DoAsync("disconnect after silence", HangUpWhereSilentAsync, CancellationToken.None);
            await Task.Delay(chance.Next(100, 900), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private Task<Exception?> StepAsync(CancellationToken stop) => chance.Next(100) switch
    {
        < 55 => counts.DoAsync("execute", ExecuteAsync, stop),
        < 63 => counts.DoAsync("several commands", ExecuteSeveralAsync, stop),
        < 69 => counts.DoAsync("lines", ReadLinesAsync, stop),
        < 75 => counts.DoAsync("configure", token => device.ConfigureAsync($"{Line("description", _number++)}\n{Line("description", _number++)}", cancellationToken: token), stop),
        < 80 => counts.DoAsync("modes", ChangeModesAsync, stop),
        < 85 => counts.DoAsync("cancelled", CancelAsync, stop),
        < 89 => counts.DoAsync("disconnect", token => device.DisconnectAsync(cancellationToken: token), stop),
        < 91 => counts.DoAsync("probe", token => device.ConnectionManager.Connections["default"].ProbeAsync(token), stop),
        < 95 => counts.DoAsync("pool", UsePoolAsync, stop),
        < 98 => counts.DoAsync("record", RecordAsync, stop),
        _ => counts.DoAsync("reload", token => device.ReloadAsync(s_reload, TimeSpan.FromSeconds(20), token), stop),
    };

    private static readonly ReloadOptions s_reload = new()
    {
        Quiet = TimeSpan.FromSeconds(2),
        BeforeReconnect = TimeSpan.FromSeconds(0.2),
        BetweenAttempts = TimeSpan.FromSeconds(0.2),
    };

    private async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        var number = _number++;
        Check(number, await device.ExecuteAsync(Line("show number", number), cancellationToken: cancellationToken));
    }

    private async Task ExecuteSeveralAsync(CancellationToken cancellationToken)
    {
        var first = _number;
        _number += 3;
        var outputs = await device.ExecuteDetailedAsync([Line("show number", first), Line("show long", first + 1), Line("show number", first + 2)], cancellationToken: cancellationToken);
        for (var i = 0; i < outputs.Count; i++)
            Check(first + i, outputs[i].Text);
    }

    private async Task ReadLinesAsync(CancellationToken cancellationToken)
    {
        var number = _number++;
        var leavesEarly = chance.Next(2) == 0;
        var last = "";
        await foreach (var line in device.ExecuteLinesAsync(Line("show long", number), cancellationToken: cancellationToken))
        {
            last = line.StartsWith("end of", StringComparison.Ordinal) ? line : last;
            if (leavesEarly)
                return;
        }

        Check(number, last);
    }

    private async Task ChangeModesAsync(CancellationToken cancellationToken)
    {
        await device.DisableAsync(cancellationToken);
        await device.EnableAsync(cancellationToken);
    }

    // what was cut is no answer to the next command
    private async Task CancelAsync(CancellationToken cancellationToken)
    {
        var number = _number++;
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        cancel.CancelAfter(chance.Next(0, 30));
        try
        {
            Check(number, await device.ExecuteAsync(Line("show number", number), cancellationToken: cancel.Token));
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw new SoakCancelledException();
        }
    }

    private async Task UsePoolAsync(CancellationToken cancellationToken)
    {
        try
        {
            await device.ConnectPoolAsync<CliConnection>(2, "pool", cancellationToken: cancellationToken);
            var first = _number;
            _number += 5;
            await Task.WhenAll(Enumerable.Range(first, 5).Select(async number => Check(number, await device.Alias("pool").ExecuteAsync(Line("show number", number), cancellationToken: cancellationToken))));
        }
        finally
        {
            await device.DestroyAsync("pool", CancellationToken.None);
        }
    }

    private async Task RecordAsync(CancellationToken cancellationToken)
    {
        var file = Path.GetTempFileName();
        try
        {
            await device.LogToAsync(file, cancellationToken);
            await ExecuteAsync(cancellationToken);
            await device.LogToAsync(null, cancellationToken);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private async Task HangUpWhereSilentAsync(CancellationToken cancellationToken)
    {
        if (device.IsConnected() && !await device.ConnectionManager.Connections["default"].ProbeAsync(cancellationToken))
            await device.DisconnectAsync(cancellationToken: cancellationToken);
    }

    private static string Line(string command, int number) => string.Create(CultureInfo.InvariantCulture, $"{command} {number % Numbers}");

    private static void Check(int number, string answer)
    {
        if (!answer.Contains(Line("end of", number), StringComparison.Ordinal))
            throw new InvalidOperationException($"the answer to {number} is '{answer}'");
    }
}
