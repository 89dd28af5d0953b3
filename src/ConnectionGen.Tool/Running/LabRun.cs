using ConnectionGen.Reports;

namespace ConnectionGen.Tool;

/// <summary>Work on many devices at once, with a live line and a summary of what failed.</summary>
internal sealed class LabRun(LabRequest request, Screen screen)
{
    // enough for most answers, and little enough to see several
    private const int MostLines = 24;

    /// <summary>Whether answers are printed as they come.</summary>
    public bool IsLogged { get; init; }

    /// <summary>Whether long answers are shown whole on a terminal, too.</summary>
    public bool IsFull { get; init; }

    /// <summary>Asks devices; after it all connections are closed, also when it is stopped.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<IReadOnlyList<DeviceResult>> RunAsync(IReadOnlyList<string> commands, CancellationToken cancellationToken)
    {
        if (request.LogFolder is { } folder)
            Directory.CreateDirectory(folder);

        await using var lab = await Testbed.LoadAsync(request.File, request.Options, cancellationToken);
        using var live = new LiveLine(screen.Error, screen.LiveWidth, NamesIn(lab));
        await using var output = new AboveLiveLine(screen.Output, live);
        using var log = new SessionLog(IsLogged ? output : TextWriter.Null, new SessionLogOptions
        {
            HasColours = screen.HasColours,
            MostLines = IsFull || screen.Width is null ? null : MostLines,
            Folder = request.LogFolder,
            Clock = screen.Clock,
        });
        using var logging = lab.AddWrapper(ServiceWrapping.Of<Connection>(log));
        var work = new DeviceWork(request, commands, screen.Clock);
        var results = await lab.CallAsync(
            async (device, token) =>
            {
                var result = await work.RunAsync(device, token);
                if (result.Via is null || commands.Count == 0)
                    log.Write(device.Name, lab.Devices[device.Name].ConnectionManager.DefaultAlias, result.Failure is null ? LogDirection.Note : LogDirection.Failed, result.Failure ?? $"connected via {result.Via}");

                live.Done(result);
                return result;
            },
            request.Devices,
            request.AtOnce,
            cancellationToken: cancellationToken);
        return [.. results.Values];
    }

    // an alias is told as the device that it is of
    private string[] NamesIn(Testbed lab) => request.Devices is null
        ? [.. lab.Devices.Keys]
        : [.. request.Devices.Select(name => lab.Devices.TryGetValue(name, out var device) ? device.Name : name).Distinct(StringComparer.Ordinal)];

    /// <summary>Says at the end what failed, since much may have been printed after it.</summary>
    public static async Task<int> SummariseAsync(IReadOnlyList<DeviceResult> results, Screen screen)
    {
        var failed = results.Where(static result => result.Failure is not null).ToArray();
        await screen.Error.WriteLineAsync(failed.Length == 0
            ? $"{Counted.Of(results.Count, "device")} answered"
            : $"{results.Count - failed.Length} of {Counted.Of(results.Count, "device")} answered; failed:");
        foreach (var result in failed)
            await screen.Error.WriteLineAsync(Colours.Of(screen.ErrorHasColours, Colour.Red, $"  {result.Device}: {result.Failure!.ReplaceLineEndings("\n    ")}"));

        return failed.Length == 0 ? ExitCode.Success : ExitCode.Failed;
    }
}
