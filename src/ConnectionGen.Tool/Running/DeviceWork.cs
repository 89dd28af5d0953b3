using ConnectionGen.Cli;
using ConnectionGen.Reports;

namespace ConnectionGen.Tool;

/// <summary>Connects to one device and asks it the commands, in order. A failure is a result, too: the other devices go on.</summary>
internal sealed class DeviceWork(LabRequest request, IReadOnlyList<string> commands, TimeProvider clock)
{
    public async Task<DeviceResult> RunAsync(Device device, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        var answers = new List<CommandAnswer>();
        string? via = null;
        using var deadline = new CancellationTokenSource(request.Limit ?? Timeout.InfiniteTimeSpan, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            var connection = await ConnectAsync(device, limit.Token);
            via = connection.Via;
            var mask = SecretMask.Of(connection);
            foreach (var command in commands)
                answers.Add(new(command, mask.Hide(await device.ExecuteAsync(command, cancellationToken: limit.Token))));

            return Result(failure: null);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return Result($"{(via is null ? "not connected" : $"no answer to '{commands[answers.Count]}'")} within {request.Limit!.Value.TotalSeconds:0.###} s");
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            return Result(error.Message);
        }

        DeviceResult Result(string? failure) => new(device.Name, via, answers, failure, clock.GetElapsedTime(start));
    }

    private Task<Connection> ConnectAsync(Device device, CancellationToken cancellationToken) => request.RecordFolder is { } folder
        ? AsConnectionAsync(device.ConnectCliAsync(via: request.Via, sessionRecord: Path.Combine(folder, "{device}.txt"), cancellationToken: cancellationToken))
        : device.ConnectAsync(via: request.Via, cancellationToken: cancellationToken);

    private static async Task<Connection> AsConnectionAsync(Task<CliConnection> connecting) => await connecting;
}
